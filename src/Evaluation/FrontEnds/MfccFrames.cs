using Research.Data;
using Research.Features.Cepstral;
using Research.Features.Spectral;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>A front end of MFCC frames, in seconds, so that it suits any sample rate.</summary>
public sealed record MfccFrames
{
    public required double WindowSeconds { get; init; }

    public required double HopSeconds { get; init; }

    /// <summary>Points of the transform; null for the window's length.</summary>
    public required int? FftLength { get; init; }

    public required Padding Padding { get; init; }

    public required int Coefficients { get; init; }

    /// <summary>Such as "mfcc-13-25-10"; unique for these settings.</summary>
    public string Name
    {
        get
        {
            string fft = FftLength is { } length ? $"-fft{length}" : "";
            return FormattableString.Invariant(
                $"mfcc-{Coefficients}-{1000 * WindowSeconds:0.###}-{1000 * HopSeconds:0.###}{fft}{(Padding == Padding.Zero ? "" : "-reflected")}"
            );
        }
    }

    /// <summary>25 ms every 10 ms, as both reports say; librosa's other values.</summary>
    public static MfccFrames Reported(int coefficients) =>
        new()
        {
            WindowSeconds = 0.025,
            HopSeconds = 0.010,
            FftLength = null,
            Padding = Padding.Zero,
            Coefficients = coefficients,
        };

    /// <summary>30 ms every 15 ms, as the course's parser, on which both reports build, has it.</summary>
    public static MfccFrames Course(int coefficients) =>
        Reported(coefficients) with
        {
            WindowSeconds = 0.030,
            HopSeconds = 0.015,
        };

    /// <summary>The target that holds these frames of a dataset.</summary>
    public MfccFrameSet On(DatasetRef data) => new() { Data = data, Frames = this };

    /// <summary>The target that holds one vector a recording of a dataset, made of these frames.</summary>
    public VectorSet VectorsOn(DatasetRef data, VectorForm form) =>
        new()
        {
            Data = data,
            Frames = this,
            Form = form,
        };

    /// <summary>One matrix an item, shape [frames, coefficients].</summary>
    public Matrix[] Of(Dataset data) => ParallelLoop.Select(data.Items.Count, i => Of(data.Items[i].Waveform));

    public Matrix Of(Waveform waveform) => Mfcc.Of(waveform, Settings(waveform.SampleRateHz));

    /// <summary>The same in samples.</summary>
    public MfccSettings Settings(int sampleRateHz)
    {
        int window = Samples(WindowSeconds, sampleRateHz);
        MfccSettings librosa = MfccSettings.Librosa(sampleRateHz, window, Samples(HopSeconds, sampleRateHz), Coefficients);
        StftSettings stft = librosa.Mel.Stft with { FftLength = FftLength ?? window, Padding = Padding };
        return librosa with { Mel = librosa.Mel with { Stft = stft } };
    }

    private static int Samples(double seconds, int sampleRateHz) => (int)((seconds * sampleRateHz) + 1e-6);
}

/// <summary>MFCC frames of every item of a dataset, computed once for all experiments.</summary>
public sealed record MfccFrameSet : FeatureSet
{
    public required MfccFrames Frames { get; init; }

    public override string Name => Frames.Name;

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [frames, coefficients].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => Frames.Of(inputs.Data);
}
