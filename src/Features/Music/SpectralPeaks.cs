using System.Runtime.Intrinsics;
using Research.Features.Spectral;

namespace Research.Features.Music;

/// <summary>The peaks of a spectrogram between bins, by a parabola through a local maximum and its neighbours.</summary>
/// <remarks>
/// Source: Smith, Spectral Audio Signal Processing (2011), section "Quadratic interpolation of spectral peaks". Conventions of librosa.piptrack:
/// bins from 150 Hz to below 4,000 Hz or half the sample rate, larger than the bin below, at least as large as the bin above, and above a tenth
/// of the frame's largest value; a parabola whose top lies beyond a neighbour is not followed.
/// </remarks>
internal sealed class SpectralPeaks(int sampleRateHz, int fftLength)
{
    private const double LowestHz = 150;
    private const double HighestHz = 4000;
    private const double Share = 0.1;

    public List<double> Hertz { get; } = [];

    public List<double> Heights { get; } = [];

    /// <summary>Adds the peaks of some frames.</summary>
    /// <param name="power">Shape [frames, bins].</param>
    public void Add(FrameLanes power)
    {
        var frame = new double[power.Columns];
        for (int t = 0; t < power.Frames; t++)
        {
            ReadOnlySpan<Vector256<double>> group = power.Group(t / 4);
            for (int k = 0; k < frame.Length; k++)
            {
                frame[k] = group[k][t % 4];
            }

            Add(frame);
        }
    }

    private void Add(double[] frame)
    {
        double least = Share * frame.Max();
        double end = Math.Min(HighestHz, 0.5 * sampleRateHz);
        for (int k = 1; k < frame.Length - 1; k++)
        {
            double hertz = (double)k * sampleRateHz / fftLength;
            if (hertz >= LowestHz && hertz < end && frame[k] > least && frame[k] > frame[k - 1] && frame[k] >= frame[k + 1])
            {
                Add(k, frame[k - 1], frame[k], frame[k + 1]);
            }
        }
    }

    private void Add(int bin, double below, double here, double above)
    {
        double slope = 0.5 * (above - below);
        double bend = above + below - (2 * here);
        double shift = Math.Abs(slope) < Math.Abs(bend) ? -slope / bend : 0;
        Hertz.Add((bin + shift) * sampleRateHz / fftLength);
        Heights.Add(here + (0.5 * slope * shift));
    }
}
