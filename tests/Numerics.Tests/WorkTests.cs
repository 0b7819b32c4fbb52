namespace Research.Numerics.Tests;

public class WorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_index_runs_once_and_results_keep_their_order(int threads) =>
        WithThreads(threads, () => Assert.Equal(Enumerable.Range(0, 100).Select(i => i * i), Work.Select(100, i => i * i)));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_arrives_as_it_was_thrown(int threads) =>
        WithThreads(
            threads,
            () => Assert.Throws<ResearchException>(() => Work.For(8, _ => throw new ResearchException("a sentence")))
        );

    private static void WithThreads(int threads, Action body)
    {
        int before = Work.Threads;
        try
        {
            Work.Threads = threads;
            body();
        }
        finally
        {
            Work.Threads = before;
        }
    }
}
