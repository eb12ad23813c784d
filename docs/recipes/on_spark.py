"""Spark: a folder of minutes to Parquet, nested.

spark-submit docs/recipes/on_spark.py FOLDER OUT
"""

import sys

from pyspark.sql import SparkSession, functions

from minutesparse.spark import read_minutes

folder, out = sys.argv[1:]
spark = SparkSession.builder.appName("minutes").getOrCreate()
read_minutes(spark, folder).write.mode("overwrite").parquet(out)  # parse once, ask often

minutes = spark.read.parquet(out)
minutes.groupBy("code").count().orderBy("code").show()
said = minutes.select(functions.explode("meetings").alias("meeting"))
said = said.select(functions.explode("meeting.items").alias("item"))
said = said.select(functions.explode("item.contributions").alias("said"))
said.groupBy("said.kind").count().orderBy("kind").show()
