using Research.Numerics;

namespace Research.Torch.Tests.Orders;

/// <summary>Runs a check on one, two and eight threads.</summary>
internal static class Threads
{
    public static void Each(Action check)
    {
        int before = ParallelLoop.Threads;
        try
        {
            foreach (int threads in new[] { 1, 2, 8 })
            {
                ParallelLoop.Threads = threads;
                check();
            }
        }
        finally
        {
            ParallelLoop.Threads = before;
        }
    }
}
