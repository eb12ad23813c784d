"""Spark: a folder of minutes to Parquet, nested.

spark-submit docs/recipes/on_spark.py FOLDER OUT
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import explode

from minutesparse.spark import read_minutes

folder, out = sys.argv[1:]
spark = SparkSession.builder.appName("minutes").getOrCreate()
read_minutes(spark, folder).write.mode("overwrite").parquet(out)  # parse once, ask often

minutes = spark.read.parquet(out)
minutes.where("code IS NOT NULL").select("code", "reason").show(truncate=False)
meetings = minutes.select(explode("meetings").alias("meeting"))
items = meetings.select(explode("meeting.items").alias("item"))
said = items.select(explode("item.contributions").alias("said"))
said.groupBy("said.kind").count().orderBy("kind").show()
