using Research.Evaluation.Tables;
using Research.Results.Tables;

namespace Research.Evaluation.Tests.Tables;

public class BestTwoTests
{
    // By validation: "good" 4 + 4, "fair" 3 + 3, "bad" 2 + 2 of four; the test would rank them the other way round.
    [Fact]
    public void The_two_that_validate_best_are_compared_seed_by_seed_on_the_other_split()
    {
        ClassRun[] runs = [.. Both("bad", "bbab", "aabb"), .. Both("fair", "abbb", "aaab"), .. Both("good", "aabb", "bbbb")];
        ResultTable table = BestTwo.Compare(runs, "validation", "test");
        Assert.Equal("mcnemar", table.Name);
        Assert.Equal(
            ["first", "second", "seed", "only_first_right", "only_second_right", "p"],
            table.Columns.Select(column => column.Name)
        );

        // Of the test items good has the last two, fair all but the third: good alone 1, fair alone 2; p = 1.
        Assert.Equal(
            [
                ["good", "fair", "1", "1", "2", "1.000000"],
                ["good", "fair", "2", "1", "2", "1.000000"],
            ],
            table.Rows
        );
    }

    private static IEnumerable<ClassRun> Both(string variant, string validated, string tested) =>
        from seed in new ulong[] { 1, 2 }
        from run in new[]
        {
            Samples.Run(variant, "aabb", validated, "validation", seed),
            Samples.Run(variant, "aabb", tested, "test", seed),
        }
        select run;
}
