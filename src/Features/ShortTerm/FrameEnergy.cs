using Research.Numerics;

namespace Research.Features.ShortTerm;

/// <summary>What the samples of a frame say: changes of sign, mean power, and how evenly power is spread over ten blocks.</summary>
internal static class FrameEnergy
{
    private const double Smallest = 2.220446049250313e-16; // pyAudioAnalysis adds it wherever it divides or takes a logarithm
    private const double PerNeper = 1.4426950408889634; // 1/ln 2

    /// <summary>Fills the first three features.</summary>
    public static void Fill(ReadOnlySpan<double> frame, Span<double> row)
    {
        row[0] = ZeroCrossingRate(frame);
        row[1] = OrderedSum.Dot(frame, frame) / frame.Length;
        row[2] = BlockEntropy(frame);
    }

    /// <summary>Entropy, in bits, of the shares of power in ten blocks of equal length; what is left over at the end is in the whole only.</summary>
    public static double BlockEntropy(ReadOnlySpan<double> values)
    {
        double whole = OrderedSum.Dot(values, values) + Smallest;
        int length = values.Length / ShortTermFeatures.Blocks;
        double entropy = 0;
        for (int block = 0; block < ShortTermFeatures.Blocks; block++)
        {
            ReadOnlySpan<double> own = values.Slice(block * length, length);
            double share = OrderedSum.Dot(own, own) / whole;
            entropy -= share * PerNeper * PortableMath.Log(share + Smallest);
        }

        return entropy;
    }

    // Half the changes of the sign, which is −1, 0 or 1, a sample.
    private static double ZeroCrossingRate(ReadOnlySpan<double> frame)
    {
        int changes = 0;
        for (int i = 1; i < frame.Length; i++)
        {
            changes += Math.Abs(Math.Sign(frame[i]) - Math.Sign(frame[i - 1]));
        }

        return 0.5 * changes / (frame.Length - 1);
    }
}
