using Research.Data;

namespace Research.Features.Voice;

/// <summary>A stretch of a signal, addressed by the places of the whole.</summary>
internal sealed class SignalPart
{
    private readonly long _start;
    private readonly double[] _samples;

    private SignalPart(long start, double[] samples) => (_start, _samples) = (start, samples);

    /// <summary>What of the stretch lies inside the signal.</summary>
    /// <param name="to">The place after the last.</param>
    public static SignalPart Read(ISamples signal, long from, long to)
    {
        long start = Math.Clamp(from, 0, signal.Count);
        var samples = new double[Math.Clamp(to, start, signal.Count) - start];
        signal.Read(start, samples);
        return new(start, samples);
    }

    /// <summary>What of a stretch lies inside.</summary>
    /// <param name="to">The place after the last.</param>
    public ReadOnlySpan<double> Slice(long from, long to)
    {
        int first = (int)Math.Clamp(from - _start, 0, _samples.Length);
        return _samples.AsSpan(first, (int)Math.Clamp(to - _start, first, _samples.Length) - first);
    }
}
