namespace Research.Numerics.Tests;

public class ParallelLoopTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_index_runs_once_and_results_keep_their_order(int threads) =>
        WithThreads(
            threads,
            () => Assert.Equal(Enumerable.Range(0, 100).Select(i => i * i), ParallelLoop.Select(100, i => i * i))
        );

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_arrives_as_it_was_thrown(int threads) =>
        WithThreads(
            threads,
            () => Assert.Throws<ResearchException>(() => ParallelLoop.For(8, _ => throw new ResearchException("a sentence")))
        );

    [Fact]
    public void Of_several_failures_that_of_the_lowest_index_arrives_and_the_other_indices_have_run() =>
        WithThreads(
            4,
            () =>
            {
                int ran = 0;
                ResearchException error = Assert.Throws<ResearchException>(() =>
                    ParallelLoop.For(
                        64,
                        i =>
                        {
                            Interlocked.Increment(ref ran);
                            if (i is 5 or 40)
                            {
                                throw new ResearchException($"at {i}");
                            }
                        }
                    )
                );
                Assert.Equal("at 5", error.Message);
                Assert.Equal(64, ran);
            }
        );

    [Fact]
    public void A_loop_within_a_loop_runs_on_its_own_thread() =>
        WithThreads(
            4,
            () =>
                ParallelLoop.For(
                    16,
                    _ =>
                    {
                        int thread = Environment.CurrentManagedThreadId;
                        ParallelLoop.For(16, _ => Assert.Equal(thread, Environment.CurrentManagedThreadId));
                    }
                )
        );

    [Fact]
    public void Many_short_loops_from_many_threads_each_run_every_index_once() =>
        WithThreads(
            3,
            () =>
            {
                Thread[] callers =
                [
                    .. Enumerable
                        .Range(0, 6)
                        .Select(_ => new Thread(() =>
                        {
                            for (int loop = 0; loop < 2_000; loop++)
                            {
                                int sum = 0;
                                ParallelLoop.For(7, i => Interlocked.Add(ref sum, i + 1));
                                Assert.Equal(28, sum);
                            }
                        })),
                ];
                Array.ForEach(callers, caller => caller.Start());
                Array.ForEach(callers, caller => caller.Join());
            }
        );

    [Fact]
    public void Loops_with_pauses_between_wake_the_sleepers() =>
        WithThreads(
            4,
            () =>
            {
                for (int loop = 0; loop < 20; loop++)
                {
                    Thread.Sleep(3);
                    int sum = 0;
                    ParallelLoop.For(100, i => Interlocked.Add(ref sum, i));
                    Assert.Equal(4950, sum);
                }
            }
        );

    private static void WithThreads(int threads, Action body)
    {
        int before = ParallelLoop.Threads;
        try
        {
            ParallelLoop.Threads = threads;
            body();
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }
}
