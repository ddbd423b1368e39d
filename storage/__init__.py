"""Tables, migrations and SQL: what is kept, and how it is found again.

Not here: decisions (`bot.domain`), or when a transaction begins and ends beyond offering one. Rows
leave and enter as values of `bot.domain`; every function is given its transaction.
"""
