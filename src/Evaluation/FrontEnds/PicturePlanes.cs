using Research.Data;
using Research.Features.Images;

namespace Research.Evaluation.FrontEnds;

/// <summary>Pictures of recordings and generated ones as a network sees them: both brought to the generator's size first, so that neither is sharper than the other.</summary>
internal static class PicturePlanes
{
    /// <param name="detail">Side that a picture is brought to first, in pixels.</param>
    /// <param name="side">Side that the network sees, in pixels.</param>
    /// <returns>Shape [3, side, side].</returns>
    public static float[] Of(Image picture, int detail, int side, PictureNormalization normalization) =>
        normalization.Planes(PictureResize.Of(PictureResize.Of(picture, detail, detail), side, side));
}
