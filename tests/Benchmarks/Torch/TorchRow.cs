namespace Research.Benchmarks.Torch;

/// <summary>What one case took on so many threads, medians of all repeats.</summary>
internal sealed class TorchRow(TorchCase work, int threads, PeerProcess ours, PeerProcess plain, PeerProcess tuned)
{
    public TorchCase Case => work;
    public int Threads => threads;
    public double Ours { get; } = ours.Median;
    public double Plain { get; } = plain.Median;
    public double Tuned { get; } = tuned.Median;
    public double OursMemory { get; } = ours.PeakMemory;
    public double TheirMemory { get; } = plain.PeakMemory;
    public double Kernels { get; } = ours.Kernels;
    public double ManagedKilobytes { get; } = ours.ManagedBytes / 1000;

    /// <summary>Ours over the faster of theirs: the median of the pairs' ratios.</summary>
    public double Ratio { get; } =
        Median(ours.Seconds.Zip(plain.Median < tuned.Median ? plain.Seconds : tuned.Seconds, (own, other) => own / other));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
