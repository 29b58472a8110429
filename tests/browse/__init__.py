"""Tests of browse: keys go in, a screen comes out; and the program on a terminal."""
