using Research.Numerics;

namespace Research.Torch.Tests.Determinism;

[Collection(Alone.Name)]
public class ThreadTests
{
    public static TheoryData<string> Names => [.. PinnedTrainings.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void On_any_number_of_threads_the_bits_are_learned_that_are_pinned(string name)
    {
        (_, string hash, Func<string> train) = PinnedTrainings.All.Single(one => one.Name == name);
        AssertHash(hash, train);
    }

    // The expected hashes hold for every machine; CI runs these tests again without AVX-512, without AVX2 and without AVX.
    private static void AssertHash(string expected, Func<string> train)
    {
        int before = ParallelLoop.Threads;
        try
        {
            string[] hashes =
            [
                .. new[] { 1, 2, 8, 1 }.Select(threads =>
                {
                    ParallelLoop.Threads = threads;
                    return train();
                }),
            ];
            Assert.All(hashes, hash => Assert.Equal(expected, hash));
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }
}
