using static TorchSharp.torch;

namespace Research.Models.Networks.Items;

/// <summary>Changes of a spectrogram that leave its class: stretches of time and bands hidden, the whole turned in time.</summary>
/// <remarks>Source: SpecAugment (Park et al., 2019, Interspeech), without its time warping. A hidden value is 0, the mean of standardised ones.</remarks>
public sealed record Masking
{
    public required int FrameMasks { get; init; }

    /// <summary>Each hides 0 to so many frames.</summary>
    public required int MostFrames { get; init; }

    public required int BandMasks { get; init; }

    /// <summary>Each hides 0 to so many bands.</summary>
    public required int MostBands { get; init; }

    /// <summary>Whether a picture starts at any frame, and its beginning follows its end.</summary>
    public required bool RollsTime { get; init; }

    /// <summary>Changed pictures; what is drawn comes from TorchSharp's generator.</summary>
    /// <param name="pictures">Shape [batch, 1, frames, bands].</param>
    internal Tensor Of(Tensor pictures)
    {
        (int count, int frames, int bands) = ((int)pictures.shape[0], (int)pictures.shape[2], (int)pictures.shape[3]);
        float[] drawn = rand(count, 1 + (2 * (FrameMasks + BandMasks))).data<float>().ToArray();
        float[] from = pictures.data<float>().ToArray();
        float[] to = new float[from.Length];
        for (int i = 0; i < count; i++)
        {
            var draws = new Queue<float>(drawn[(i * drawn.Length / count)..((i + 1) * drawn.Length / count)]);
            int shift = (int)(draws.Dequeue() * frames);
            Span<float> picture = to.AsSpan(i * frames * bands, frames * bands);
            Roll(from.AsSpan(i * frames * bands, frames * bands), picture, RollsTime ? shift * bands : 0);
            for (int mask = 0; mask < FrameMasks; mask++)
            {
                (int start, int length) = Stretch(draws, MostFrames, frames);
                picture.Slice(start * bands, length * bands).Clear();
            }

            for (int mask = 0; mask < BandMasks; mask++)
            {
                (int start, int length) = Stretch(draws, MostBands, bands);
                for (int frame = 0; frame < frames; frame++)
                {
                    picture.Slice((frame * bands) + start, length).Clear();
                }
            }
        }

        return tensor(to, pictures.shape);
    }

    private static void Roll(ReadOnlySpan<float> from, Span<float> to, int shift)
    {
        from[shift..].CopyTo(to);
        from[..shift].CopyTo(to[(from.Length - shift)..]);
    }

    private static (int Start, int Length) Stretch(Queue<float> draws, int most, int size)
    {
        int length = (int)(draws.Dequeue() * (Math.Min(most, size) + 1));
        return ((int)(draws.Dequeue() * (size - length + 1)), length);
    }
}
