using Research.Features.Cepstral;
using Research.Features.Descriptors;
using Research.Features.Sampling;
using Research.Features.Spectral;

namespace Research.Experiments.SpeechEmotion;

/// <summary>The 46 features a frame of the study's part 2: six descriptors of the spectrum, 20 MFCC and their 20 derivatives.</summary>
/// <remarks>
/// Centroid, contrast of the lowest band, bandwidth, roll-off, zero crossings, level of the spectrum; 16 kHz, transform of 2,048 points, hop 512.
/// Oracle: golden_f46_emodb (librosa 0.10.2), 1e-5 relative.
/// </remarks>
internal sealed record LibrosaFrames
{
    private const int FftLength = 2048;
    internal const int HopSamples = 512;
    private const int Coefficients = 20;
    private const int Octaves = 6;

    /// <summary>Values a frame.</summary>
    public const int Count = 6 + (2 * Coefficients);

    /// <summary>The rate to which every recording is brought.</summary>
    public required RateSettings Rate { get; init; }

    /// <summary>What is read of a recording, from its beginning, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Where silence fills a shorter recording up; null to leave it as long as it is.</summary>
    public required SilencePlace? Silence { get; init; }

    /// <summary>Level to which every recording is brought first, decibels below full scale; null for its own.</summary>
    public required double? LevelDecibels { get; init; }

    /// <summary>Such as "librosa-46-silence-before"; unique for these settings.</summary>
    public string Name
    {
        get
        {
            string silence =
                Silence is null ? ""
                : Silence == SilencePlace.Before ? "-silence-before"
                : "-silence-after";
            return FormattableString.Invariant(
                $"librosa-46-{Rate.SampleRateHz}-{Seconds:0.###}s{silence}{(LevelDecibels is null ? "" : "-levelled")}"
            );
        }
    }

    /// <summary>As the study's program: 5 s, zeros in front.</summary>
    public static LibrosaFrames Published { get; } =
        new()
        {
            Rate = RateSettings.To(16_000),
            Seconds = 5,
            Silence = SilencePlace.Before,
            LevelDecibels = null,
        };

    /// <summary>The speech alone, at one level: nothing is filled up, the network sees the end where it is, and not how near the microphone stood.</summary>
    public static LibrosaFrames Levelled { get; } = Published with { Silence = null, LevelDecibels = -26 };

    /// <summary>Shape [frames, 46].</summary>
    public Matrix Of(Waveform waveform)
    {
        Waveform read = Prepare(waveform);
        var spectrum = MagnitudeSpectrogram.Of(read, Stft);
        Matrix contrast = SpectralContrast.Of(spectrum, ContrastSettings.Librosa(Octaves));
        MfccSettings mfcc = MfccSettings.Librosa(Rate.SampleRateHz, FftLength, HopSamples, Coefficients);
        Matrix cepstrum = Mfcc.Of(read, mfcc);
        Matrix derivative = Delta.Of(cepstrum, Delta.StandardWidth, 1);
        double[][] columns =
        [
            SpectralMoments.Centroid(spectrum),
            contrast.Column(0),
            SpectralMoments.Bandwidth(spectrum),
            SpectralRolloff.Of(spectrum, SpectralRolloff.StandardShare),
            SignalFrames.ZeroCrossings(read.Samples, FftLength, HopSamples),
            SpectralLevel.Of(spectrum),
        ];
        var frames = new Matrix(cepstrum.Rows, Count);
        for (int t = 0; t < frames.Rows; t++)
        {
            Span<double> row = frames.Row(t);
            for (int k = 0; k < columns.Length; k++)
            {
                row[k] = columns[k][t];
            }

            cepstrum.Row(t).CopyTo(row[columns.Length..]);
            derivative.Row(t).CopyTo(row[(columns.Length + Coefficients)..]);
        }

        return frames;
    }

    /// <summary>The target that holds these frames of a dataset.</summary>
    public LibrosaFrameSet On(DatasetRef data) => new() { Data = data, Frames = this };

    private static StftSettings Stft =>
        new()
        {
            WindowSamples = FftLength,
            HopSamples = HopSamples,
            FftLength = FftLength,
            Window = WindowShape.Hann,
            Padding = Padding.Zero,
        };

    // Nine frames, which a derivative needs, are the least that a recording is filled up to.
    private Waveform Prepare(Waveform waveform)
    {
        Waveform read = FixedLength.AtMost(RateChange.Of(waveform, Rate), Seconds);
        read = LevelDecibels is { } level ? FixedLevel.Of(read, level) : read;
        double least = (double)(Delta.StandardWidth * HopSamples) / Rate.SampleRateHz;
        return Silence is { } place ? FixedLength.Of(read, Seconds, place)
            : read.DurationSeconds < least ? FixedLength.Of(read, least, SilencePlace.After)
            : read;
    }
}

/// <summary>Those frames of every clip of a dataset, computed once for all experiments.</summary>
internal sealed record LibrosaFrameSet : FeatureSet
{
    public required LibrosaFrames Frames { get; init; }

    public override string Name => Frames.Name;

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a clip, shape [frames, 46].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Frames.Of(inputs.Data.Items[i].Waveform));
}
