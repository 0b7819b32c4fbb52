using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Sampling;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A recording in a few numbers, whatever its length: how its cepstrum lies, varies and moves, and how long it is.</summary>
/// <remarks>
/// At 8 kHz, 13 MFCC in frames of 25 ms every 10 ms. Of every coefficient the logarithm of its deviation and of its root mean square change from frame to frame, and the mean of all but
/// the zeroth, which is the level; then the logarithm of the seconds. A package's background is learned from these, so none may change under a version of packages.
/// </remarks>
internal static class RecordingStatistics
{
    private const int RateHz = 8000;
    private const double LeastDeviation = 0.1; // so that silence has a logarithm
    private static readonly MfccSettings Frames = MfccSettings.Librosa(
        RateHz,
        windowSamples: 200,
        hopSamples: 80,
        coefficients: 13
    );

    /// <summary>How many numbers they are.</summary>
    public static int Count => 3 * Frames.Coefficients;

    /// <returns>Shape [<see cref="Count"/>]; null where the recording is too short for a frame.</returns>
    public static double[]? Of(Waveform waveform)
    {
        Waveform narrow = RateChange.Of(waveform, RateSettings.To(RateHz));
        if (narrow.Samples.Length <= Frames.Mel.Stft.FftLength)
        {
            return null;
        }

        Matrix cepstrum = Mfcc.Of(narrow, Frames);
        var values = new List<double>();
        for (int k = 0; k < cepstrum.Columns; k++)
        {
            values.AddRange(Of([.. Enumerable.Range(0, cepstrum.Rows).Select(t => cepstrum[t, k])], withMean: k > 0));
        }

        values.Add(PortableMath.Log((double)narrow.Samples.Length / RateHz));
        return [.. values];
    }

    private static IEnumerable<double> Of(double[] course, bool withMean)
    {
        double mean = OrderedSum.Mean(course);
        if (withMean)
        {
            yield return mean;
        }

        yield return Logarithm([.. course.Select(value => value - mean)]);
        yield return Logarithm([.. course.Zip(course.Skip(1), (one, next) => next - one)]);
    }

    private static double Logarithm(double[] deviations) =>
        PortableMath.Log(Math.Sqrt(OrderedSum.Dot(deviations, deviations) / Math.Max(1, deviations.Length)) + LeastDeviation);
}
