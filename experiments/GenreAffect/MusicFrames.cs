using Research.Data.Datasets;
using Research.Features.Music;
using Research.Features.Naming;

namespace Research.Experiments.GenreAffect;

/// <summary>Frames of music as the course has them: mel bands in decibels, pitch classes, or the first above the second; whole, or their medians between beats.</summary>
internal sealed record MusicFrames
{
    /// <summary>The course's hop.</summary>
    public const int CourseHop = 512;

    public required MusicPart Part { get; init; }

    public required bool BeatSynchronous { get; init; }

    /// <summary>Mel bands.</summary>
    public required int Bands { get; init; }

    /// <summary>Whether mel bands of one item have mean 0 and deviation 1 together: pictures have lost their level, recordings have one.</summary>
    public required bool Levelled { get; init; }

    /// <summary>From frame to frame of a recording; frames of a spectrogram are as they are.</summary>
    public required int HopSamples { get; init; }

    /// <summary>In words, as tables have it.</summary>
    public string VariantName => PartName + (BeatSynchronous ? ", beat-synced" : "");

    private string PartName =>
        Part switch
        {
            MusicPart.Mel => "mel",
            MusicPart.Chroma => "chroma",
            _ => "mel + chroma",
        };

    /// <summary>The frames of an item: a recording, or a spectrogram of <see cref="GtzanSpecgrams"/>.</summary>
    /// <returns>Shape [frames, bands].</returns>
    public Matrix Of(Item item)
    {
        (Matrix mel, Matrix chroma, OnsetEnvelope onsets) =
            item.Content is MatrixContent ? OfPicture(item.Matrix) : OfSound(item.Waveform);
        Matrix frames = Part switch
        {
            MusicPart.Mel => LevelOf(mel),
            MusicPart.Chroma => chroma,
            _ => PictureBands.Beside(LevelOf(mel), chroma),
        };
        return BeatSynchronous ? BeatMedians.Of(frames, BeatsOf(onsets)) : frames;
    }

    /// <summary>The beats of an item, by the frames of <see cref="Of"/>, with the onset strength that they were found in.</summary>
    public (OnsetEnvelope Onsets, int[] Beats) BeatsIn(Item item)
    {
        (_, _, OnsetEnvelope onsets) = item.Content is MatrixContent ? OfPicture(item.Matrix) : OfSound(item.Waveform);
        return (onsets, BeatsOf(onsets));
    }

    private Matrix LevelOf(Matrix mel) => Levelled ? PictureBands.Levelled(mel) : mel;

    /// <summary>The target that holds these frames of a dataset.</summary>
    public MusicFrameSet On(DatasetRef data) => new() { Data = data, Frames = this };

    private (Matrix Mel, Matrix Chroma, OnsetEnvelope Onsets) OfPicture(Matrix picture)
    {
        Matrix mel = PictureBands.Mel(picture, Bands);
        return (mel, PictureBands.Chroma(picture), PictureBands.Onsets(mel));
    }

    private (Matrix Mel, Matrix Chroma, OnsetEnvelope Onsets) OfSound(Waveform waveform)
    {
        Framing framing = MusicFraming.At(waveform.SampleRateHz) with { HopSamples = HopSamples };
        FusedSettings settings = FusedSettings.Librosa(framing);
        Matrix fused = FusedFrames.Of(waveform, settings with { Mel = settings.Mel with { Bands = Bands } });
        return (
            PictureBands.Columns(fused, 0, Bands),
            PictureBands.Columns(fused, Bands, Chroma.Classes),
            OnsetStrength.Of(waveform, BeatSettings.Music(framing).Onset)
        );
    }

    private static int[] BeatsOf(OnsetEnvelope onsets) =>
        Features
            .Music.Beats.In(
                onsets,
                BeatSettings.Music(MusicFraming.At(onsets.SampleRateHz) with { HopSamples = onsets.HopSamples })
            )
            .Frames;
}

/// <summary>Those frames of every item of a dataset.</summary>
internal sealed record MusicFrameSet : FeatureSet
{
    public required MusicFrames Frames { get; init; }

    public override string Name =>
        $"music-{Frames.Part switch { MusicPart.Mel => $"mel-{Frames.Bands}", MusicPart.Chroma => "chroma", _ => $"fused-{Frames.Bands}" }}{(Frames.HopSamples == MusicFrames.CourseHop ? "" : FormattableString.Invariant($"-hop-{Frames.HopSamples}"))}{(Frames.BeatSynchronous ? "-beats" : "")}{(Frames.Levelled || Frames.Part == MusicPart.Chroma ? "" : "-with-level")}";

    /// <summary>Computes it.</summary>
    /// <returns>One matrix an item, shape [frames or beats, bands].</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => Frames.Of(inputs.Data.Items[i]));
}
