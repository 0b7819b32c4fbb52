using Research.Data;
using Research.Features.Naming;
using Research.Numerics;
using Research.Numerics.Polynomials;

namespace Research.Features.Voice;

/// <summary>Formants of a voice: resonances of an all-pole model, frame by frame.</summary>
/// <remarks>
/// <para>The signal is resampled to twice the ceiling and pre-emphasised; each frame, under a Gaussian window, is predicted linearly by
/// Burg's method; a pole r·e^(iφ) is a formant at φ·fs/2π with bandwidth −ln(r)·fs/π. Source: Markel and Gray (1976), "Linear prediction of speech";
/// the conventions are Praat's 'To Formant (burg)': no tracking, poles within 50 Hz of either end of the band are dropped.</para>
/// <para>Oracle: Praat 6.3.07, frequencies of every third frame of ten recordings within 1e-5, their means over 60 more within 1e-6 (golden praat_pitch_formants.json, praat_tracks.json, praat_means.json); bandwidths have none. A silent frame has none.</para>
/// </remarks>
public static class Formants
{
    private const int ResamplingDepth = 50;
    private const double Silent = 1e-12; // a pole at nothing rings at no frequency
    private const double Pi = 3.141592653589793;

    /// <summary>The formants of every frame.</summary>
    /// <exception cref="ResearchException">The signal is shorter than the predictor needs.</exception>
    public static FormantTrack Of(Waveform waveform, FormantSettings settings)
    {
        settings.Check();
        double rate = 2 * settings.CeilingHz;
        bool same = Math.Abs((rate / waveform.SampleRateHz) - 1) < 1e-12;
        double[] samples = same ? waveform.Samples : Resampling.To(waveform, rate, ResamplingDepth);
        double duration = waveform.DurationSeconds;
        double step = 1 / rate;
        double firstSample = same ? 0.5 * step : 0.5 * (duration - ((samples.Length - 1) / rate));
        double windowSeconds = Math.Min(2 * settings.WindowSeconds, samples.Length * step); // a short signal is one frame
        int length = Math.Min((int)((windowSeconds * rate) + 1e-6), samples.Length);
        if (length < (2 * settings.Formants) + 1)
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"The signal has {samples.Length} samples at {rate} Hz; {settings.Formants} formants need at least {(2 * settings.Formants) + 1}."
                )
            );
        }

        double[] emphasised = Emphasised(samples, settings.PreEmphasisHz, rate);
        double[] window = GaussianWindow(length);
        FrameTimes times = FrameTimes.Within(samples.Length * step, windowSeconds, settings.StepSeconds);
        times = times with
        {
            FirstSeconds = firstSample + (0.5 * ((samples.Length * step) - step - ((times.Count - 1) * times.StepSeconds))),
        };
        (double Hertz, double Bandwidth)[][] frames = ParallelLoop.Select(
            times.Count,
            t => OfFrame(Cut(emphasised, window, (times[t] - firstSample) / step), settings.Formants, rate)
        );
        return new FormantTrack(
            times,
            Tracks(frames, settings.Formants, formant => formant.Hertz),
            Tracks(frames, settings.Formants, formant => formant.Bandwidth)
        );
    }

    // y[n] = x[n] − e^(−2πf/fs)·x[n − 1].
    private static double[] Emphasised(double[] samples, double fromHz, double rate)
    {
        double factor = PortableMath.Exp(-2 * Pi * fromHz / rate);
        double[] emphasised = [.. samples];
        for (int n = samples.Length - 1; n > 0; n--)
        {
            emphasised[n] -= factor * samples[n - 1];
        }

        return emphasised;
    }

    // e^(−48·((n − middle)/(N + 1))²), lowered so that it ends at zero.
    private static double[] GaussianWindow(int length)
    {
        var window = new double[length];
        double edge = PortableMath.Exp(-12);
        for (int n = 0; n < length; n++)
        {
            double x = (n + 1 - (0.5 * (length + 1))) / (length + 1);
            window[n] = (PortableMath.Exp(-48 * x * x) - edge) / (1 - edge);
        }

        return window;
    }

    private static double[] Cut(double[] samples, double[] window, double centre)
    {
        int right = (int)Math.Floor(centre + 1); // where the centre falls on a sample the last bit decides, so the terms are Praat's
        int start = Math.Max(0, right - (window.Length / 2));
        int end = Math.Min(samples.Length, right + (window.Length / 2));
        var frame = new double[end - start];
        for (int n = 0; n < frame.Length; n++)
        {
            frame[n] = samples[start + n] * window[n];
        }

        return frame;
    }

    private static (double Hertz, double Bandwidth)[] OfFrame(double[] frame, int formants, double rate)
    {
        if (frame.All(sample => sample == 0))
        {
            return [];
        }

        double[] predictor = BurgPredictor.Of(frame, 2 * formants);
        (double[] re, double[] im) = PolynomialRoots.OfMonic([.. predictor.Select(a => -a)]);
        var found = new List<(double Hertz, double Bandwidth)>();
        for (int r = 0; r < re.Length; r++)
        {
            double hertz = PortableMath.Atan2(im[r], re[r]) * rate / (2 * Pi);
            bool rings = (re[r] * re[r]) + (im[r] * im[r]) > Silent;
            if (rings && im[r] >= 0 && hertz >= FormantSettings.MarginHz && hertz <= (0.5 * rate) - FormantSettings.MarginHz)
            {
                double size = (re[r] * re[r]) + (im[r] * im[r]);
                found.Add((hertz, Math.Abs(PortableMath.Log(size)) * rate / (2 * Pi))); // a pole outside the circle is turned inside
            }
        }

        return [.. found.OrderBy(formant => formant.Hertz)];
    }

    private static double[][] Tracks(
        (double Hertz, double Bandwidth)[][] frames,
        int formants,
        Func<(double Hertz, double Bandwidth), double> value
    ) =>
        [
            .. Enumerable
                .Range(0, formants)
                .Select(k => frames.Select(frame => k < frame.Length ? value(frame[k]) : double.NaN).ToArray()),
        ];
}

internal sealed class NamedFormants : NamedFeature<FormantSettings>
{
    private const double MaleCeilingHz = 5000;

    public override string Name => "formants";

    public override string Description =>
        "Resonances of a voice (Praat's 'To Formant (burg)'): time, then hertz and bandwidth of each (NaN where there is none).";

    public override string ExampleOptions => "--ceiling-hz 5500";

    public override string Heading(int column, int columns) =>
        column == 0 ? Seconds : $"{(column % 2 == 1 ? 'f' : 'b')}{(column + 1) / 2}";

    protected override FormantSettings Defaults(Framing framing) =>
        FormantSettings.Praat(Math.Min(MaleCeilingHz, 0.5 * framing.SampleRateHz));

    // The change of the sample rate takes the spectrum of the whole signal.
    protected override void Compute(ISamples samples, FormantSettings settings, FeatureRows receive)
    {
        FormantTrack track = Formants.Of(Waveform.Of(samples), settings);
        receive(Matrix.OfRows([.. Enumerable.Range(0, track.Times.Count).Select(t => Row(track, t))]));
    }

    private static double[] Row(FormantTrack track, int frame) =>
        [track.Times[frame], .. track.Hertz.SelectMany((formant, k) => new[] { formant[frame], track.Bandwidths[k][frame] })];
}
