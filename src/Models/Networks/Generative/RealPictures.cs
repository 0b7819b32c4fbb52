using static TorchSharp.torch;

namespace Research.Models.Networks.Generative;

/// <summary>The pictures that a GAN learns from.</summary>
public sealed class RealPictures
{
    private readonly IReadOnlyList<float[]> _pictures;
    private readonly int _channels;
    private readonly int _side;

    /// <param name="pictures">Channel by channel, row by row; values from −1 to 1.</param>
    /// <exception cref="ArgumentException">There are none, one has another size, or holds a value that is not finite or far outside −1 to 1.</exception>
    public RealPictures(IReadOnlyList<float[]> pictures, StyleGanSettings settings)
    {
        (_pictures, _channels, _side) = (pictures, settings.PictureChannels, settings.Resolution);
        if (pictures.Count == 0)
        {
            throw new ArgumentException("A GAN needs at least one picture to learn from; there are none.", nameof(pictures));
        }

        for (int i = 0; i < pictures.Count; i++)
        {
            Check(pictures[i], i);
        }
    }

    public int Count => _pictures.Count;

    /// <summary>Some pictures; with mirroring, numbers from Count on are the pictures mirrored left to right, and so on in turns.</summary>
    /// <returns>Shape [items, channels, side, side].</returns>
    internal Tensor Of(ReadOnlySpan<int> items, bool mirrors)
    {
        int size = _channels * _side * _side;
        var values = new float[items.Length * size];
        for (int i = 0; i < items.Length; i++)
        {
            Span<float> own = values.AsSpan(i * size, size);
            _pictures[items[i] % Count].CopyTo(own);
            for (int row = 0; mirrors && items[i] / Count % 2 == 1 && row < _channels * _side; row++)
            {
                own.Slice(row * _side, _side).Reverse();
            }
        }

        return tensor(values, [items.Length, _channels, _side, _side]);
    }

    private void Check(float[] picture, int place)
    {
        if (picture.Length != _channels * _side * _side)
        {
            throw new ArgumentException(
                $"Picture {place} has {picture.Length} values; {_channels} channels of {_side}×{_side} need {_channels * _side * _side}."
            );
        }

        int wrong = Array.FindIndex(picture, value => !(Math.Abs(value) <= 1.001f));
        if (wrong >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Picture {place} holds {picture[wrong]} at place {wrong}; values go from −1 to 1.")
            );
        }
    }
}
