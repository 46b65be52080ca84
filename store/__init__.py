"""The only room with SQL: schema, migrations, one module of queries per noun."""
