"""Weighs the verdict of the rules on a clause against all that its words and its place show.

The rules know forms of words; they are right or wrong whole. What they do not know is how much a
form tells on a page that nobody has seen. That is counted: each fact about a clause has a weight
for every kind of contribution, learned from marked minutes, and so has the verdict of the rules.
``training`` holds what learns the weights.
"""

from minutesparse.attribute.weighing.judges import Judge, RuleJudge, Verdict, WeighingJudge

__all__ = ["Judge", "RuleJudge", "Verdict", "WeighingJudge"]
