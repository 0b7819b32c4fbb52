using Research.Data;
using Research.Numerics;

namespace Research.Features.Images;

/// <summary>Pixels as the numbers that a network was trained with: (byte·Scale − mean)/deviation, a plane for each colour.</summary>
public sealed record PictureNormalization
{
    /// <summary>Whether the first plane is red, or blue.</summary>
    public required bool RedFirst { get; init; }

    public required double Scale { get; init; }

    /// <summary>Of the planes, in their order.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Of the planes, in their order.</summary>
    public required IReadOnlyList<double> Deviations { get; init; }

    /// <summary>Means and deviations of ImageNet's pictures, as torchvision has them.</summary>
    public static PictureNormalization ImageNet =>
        new()
        {
            RedFirst = true,
            Scale = 1.0 / 255,
            Means = [0.485, 0.456, 0.406],
            Deviations = [0.229, 0.224, 0.225],
        };

    /// <summary>Blue, green, red less their means over ImageNet, rounded, as Caffe's SqueezeNet has them.</summary>
    public static PictureNormalization Caffe =>
        new()
        {
            RedFirst = false,
            Scale = 1,
            Means = [104, 117, 123],
            Deviations = [1, 1, 1],
        };

    /// <summary>The same with two decimals, as Keras has them.</summary>
    public static PictureNormalization Keras => Caffe with { Means = [103.939, 116.779, 123.68] };

    /// <summary>Blue, green, red less the means of the planes of CNTK's mean picture over ImageNet.</summary>
    public static PictureNormalization Cntk => Caffe with { Means = [103.0626, 115.9029, 123.1516] };

    /// <summary>The planes one after another.</summary>
    /// <param name="image">Of three colours.</param>
    /// <returns>Shape [3, height, width].</returns>
    /// <exception cref="ResearchException">The picture is grey.</exception>
    public float[] Planes(Image image)
    {
        if (image.Channels != 3)
        {
            throw new ResearchException(
                $"A picture of {image.Channels} channels: a network of pictures needs red, green and blue."
            );
        }

        int pixels = image.Height * image.Width;
        float[] planes = new float[3 * pixels];
        for (int plane = 0; plane < 3; plane++)
        {
            int channel = RedFirst ? plane : 2 - plane;
            for (int i = 0; i < pixels; i++)
            {
                planes[(plane * pixels) + i] = (float)(
                    ((image.Bytes[(3 * i) + channel] * Scale) - Means[plane]) / Deviations[plane]
                );
            }
        }

        return planes;
    }
}
