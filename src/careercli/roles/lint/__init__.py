"""What role files are held to: facts, prose, and the lists that they refer to."""
