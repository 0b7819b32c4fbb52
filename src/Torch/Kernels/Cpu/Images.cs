using Research.Numerics;

namespace Research.Torch.Kernels.Cpu;

/// <summary>How a convolution's work is divided among threads.</summary>
internal static class Images
{
    /// <summary>Many images side by side; of few, the body divides its own work.</summary>
    public static void AndGroups(Conv conv, Action<long, int> body)
    {
        int items = conv.Batch * conv.Groups;
        if (items < 2 * ParallelLoop.Threads)
        {
            for (int i = 0; i < items; i++)
            {
                body(i / conv.Groups, i % conv.Groups);
            }

            return;
        }

        ParallelLoop.For(items, i => body(i / conv.Groups, i % conv.Groups));
    }
}
