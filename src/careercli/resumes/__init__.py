"""From a resume or a list of words to phrases: what somebody can, was and studied.

``reading.read_resume`` reads JSON Resume and Europass, ``reading.read_words`` a list of words; both
give a ``Resume``. Which skills its phrases name is asked elsewhere (``catalogue/skills.py``).
"""
