"""What slow work makes: pictures, documents, sheets and calendars, by pure functions.

They run in a process of their own: what they are given and return can be pickled, and the heavy
libraries are imported where they are used. Nothing here reads a database, a clock or a setting.
"""
