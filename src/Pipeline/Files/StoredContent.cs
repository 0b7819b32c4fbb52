using Research.Data;
using Research.Numerics;

namespace Research.Pipeline.Files;

/// <summary>Where and how the content of one item lies in a content file.</summary>
/// <param name="Kind">What it is, and how it is stored.</param>
/// <param name="Offset">Byte at which it begins.</param>
/// <param name="Shape">Of a signal its samples and their rate in Hz; of a matrix its rows and columns; of an image its height, width and channels.</param>
internal sealed record StoredContent(StoredKind Kind, long Offset, int[] Shape)
{
    /// <summary>Appends an item's content to a content file.</summary>
    public static StoredContent Append(Stream file, ItemContent content)
    {
        (StoredContent stored, byte[] bytes) = Of(content, file.Position);
        file.Write(bytes);
        return stored;
    }

    /// <summary>Bytes that it takes.</summary>
    public int Length =>
        Kind switch
        {
            StoredKind.Pcm => SampleCoding.BytesOf(Shape[0], pcm: true),
            StoredKind.Samples => SampleCoding.BytesOf(Shape[0], pcm: false),
            StoredKind.Matrix => SampleCoding.BytesOf(Shape[0] * Shape[1], pcm: false),
            _ => Shape.Aggregate(1, (product, size) => product * size),
        };

    /// <summary>The content, which is read when it is first asked for.</summary>
    /// <param name="read">Reads the bytes of a stored content.</param>
    public ItemContent ToContent(Func<StoredContent, byte[]> read) =>
        Kind switch
        {
            StoredKind.Matrix => new MatrixContent(() => ToMatrix(SampleCoding.Decode(read(this), pcm: false))),
            StoredKind.Image => new ImageContent(() => new Image(Shape[0], Shape[1], Shape[2], read(this))),
            _ => new WaveformContent(() =>
                new Waveform(SampleCoding.Decode(read(this), Kind == StoredKind.Pcm), Shape[1])
            ),
        };

    private Matrix ToMatrix(double[] values)
    {
        var matrix = new Matrix(Shape[0], Shape[1]);
        values.CopyTo(matrix.Values);
        return matrix;
    }

    private static (StoredContent Stored, byte[] Bytes) Of(ItemContent content, long offset)
    {
        switch (content)
        {
            case WaveformContent { Value: var wave }:
                bool pcm = SampleCoding.IsPcm(wave.Samples);
                return (
                    new(pcm ? StoredKind.Pcm : StoredKind.Samples, offset, [wave.Samples.Length, wave.SampleRateHz]),
                    SampleCoding.Encode(wave.Samples, pcm)
                );
            case MatrixContent { Value: var matrix }:
                return (
                    new(StoredKind.Matrix, offset, [matrix.Rows, matrix.Columns]),
                    SampleCoding.Encode(matrix.Values, pcm: false)
                );
            case ImageContent { Value: var image }:
                return (new(StoredKind.Image, offset, [image.Height, image.Width, image.Channels]), image.Bytes);
            default:
                throw new ArgumentException($"{content.GetType().Name} is no content that can be stored.", nameof(content));
        }
    }
}

/// <summary>What is stored, and how.</summary>
internal enum StoredKind
{
    /// <summary>A signal of 16-bit samples.</summary>
    Pcm,

    /// <summary>A signal of doubles.</summary>
    Samples,

    Matrix,

    Image,
}
