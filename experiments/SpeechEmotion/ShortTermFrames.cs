using Research.Features.Sampling;
using Research.Features.ShortTerm;

namespace Research.Experiments.SpeechEmotion;

/// <summary>The 36 features a frame of the study's part 1: pyAudioAnalysis's 34, the harmonic ratio and the pitch.</summary>
internal sealed record ShortTermFrames
{
    /// <summary>Values a frame.</summary>
    public const int Count = ShortTermFeatures.Count + 2;

    private const int PitchColumn = Count - 1;

    public required RateSettings Rate { get; init; }

    public required ShortTermSettings Frames { get; init; }

    /// <summary>Frames that are read of a recording, from its beginning.</summary>
    public required int MostFrames { get; init; }

    /// <summary>Such as "short-term-36-25-10-as-published"; unique for these settings.</summary>
    public string Name
    {
        get
        {
            string form = Frames.Form == ShortTermForm.AsPublished ? "as-published" : "corrected";
            return FormattableString.Invariant(
                $"short-term-{Count}-{Rate.SampleRateHz}-{1000 * Frames.WindowSeconds:0.###}-{1000 * Frames.StepSeconds:0.###}-{form}"
            );
        }
    }

    /// <summary>As the study's program: 25 ms every 10 ms, at most 1,024 frames, its definitions.</summary>
    public static ShortTermFrames Published { get; } =
        new()
        {
            Rate = RateSettings.To(16_000),
            Frames = new()
            {
                WindowSeconds = 0.025,
                StepSeconds = 0.010,
                Form = ShortTermForm.AsPublished,
            },
            MostFrames = 1024,
        };

    /// <summary>50 ms every 25 ms, corrected definitions: two and a half times fewer frames, and room for two periods of a low voice.</summary>
    public static ShortTermFrames Corrected { get; } =
        Published with
        {
            Frames = new()
            {
                WindowSeconds = 0.050,
                StepSeconds = 0.025,
                Form = ShortTermForm.Corrected,
            },
        };

    /// <summary>Which frames have a pitch.</summary>
    /// <param name="frames">As they were computed, before any scaling.</param>
    public static bool[] Voiced(Matrix frames) => [.. Enumerable.Range(0, frames.Rows).Select(t => frames[t, PitchColumn] > 0)];

    /// <summary>Shape [frames, 36].</summary>
    public Matrix Of(Waveform waveform)
    {
        Waveform wave = FixedLength.AtMost(RateChange.Of(waveform, Rate), LongestSeconds);
        wave =
            wave.DurationSeconds >= Frames.WindowSeconds ? wave : FixedLength.Of(wave, Frames.WindowSeconds, SilencePlace.After);
        Matrix features = ShortTermFeatures.Of(wave, Frames);
        int window = (int)((Frames.WindowSeconds * wave.SampleRateHz) + 1e-6);
        int step = (int)((Frames.StepSeconds * wave.SampleRateHz) + 1e-6);
        var all = new Matrix(Math.Min(MostFrames, features.Rows), Count);
        for (int t = 0; t < all.Rows; t++)
        {
            features.Row(t).CopyTo(all.Row(t));
            (all[t, ShortTermFeatures.Count], all[t, PitchColumn]) = HarmonicRatio.Of(
                wave.Samples.AsSpan(t * step, window),
                wave.SampleRateHz,
                Frames.Form
            );
        }

        return all;
    }

    /// <summary>The target that holds these frames of a dataset.</summary>
    public ShortTermFrameSet On(DatasetRef data) => new() { Data = data, Frames = this };

    private double LongestSeconds => Frames.WindowSeconds + (MostFrames * Frames.StepSeconds);
}

/// <summary>Those frames of every clip of a dataset, computed once for all experiments.</summary>
internal sealed record ShortTermFrameSet : FeatureSet
{
    public required ShortTermFrames Frames { get; init; }

    public override string Name => Frames.Name;

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a clip, shape [frames, 36].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Frames.Of(inputs.Data.Items[i].Waveform));
}
