using Research.Features.Images;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Evaluation.FrontEnds;

/// <summary>Levels of each recording's spectrogram picture, see <see cref="SpectrogramPicture"/>; colours and size come later.</summary>
public sealed record PictureLevels : FeatureSet
{
    /// <summary>A short name for the picture's settings, such as "mel-128".</summary>
    public required string PictureName { get; init; }

    public required SpectrogramPictureSettings Picture { get; init; }

    public override string Name => PictureName;

    /// <summary>Computes it.</summary>
    /// <returns>One matrix a recording, shape [frames, bands]; whole numbers of 0 to 255.</returns>
    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) =>
        ParallelLoop.Select(inputs.Data.Items.Count, i => SpectrogramPicture.Levels(inputs.Data.Items[i].Waveform, Picture));

    /// <summary>A picture of levels as a network sees it.</summary>
    /// <returns>Shape [3, side, side].</returns>
    public static float[] Planes(Matrix levels, int side, PictureNormalization normalization) =>
        normalization.Planes(PictureResize.Of(SpectrogramPicture.Of(levels), side, side));
}
