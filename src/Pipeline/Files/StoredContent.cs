using Research.Data;
using Research.Numerics;
using Research.Pipeline.Files.Pcm;

namespace Research.Pipeline.Files;

/// <summary>Where and how the content of one item lies in a content file.</summary>
/// <param name="Kind">What it is, and how it is stored.</param>
/// <param name="Offset">Byte at which it begins.</param>
/// <param name="Length">Bytes that it takes.</param>
/// <param name="Shape">Of a signal its samples and their rate in Hz; of a matrix its rows and columns; of an image its height, width and channels.</param>
internal sealed record StoredContent(StoredKind Kind, long Offset, int Length, int[] Shape)
{
    /// <summary>Appends an item's content to a content file.</summary>
    public static StoredContent Append(Stream file, ItemContent content)
    {
        (StoredKind kind, int[] shape, byte[] bytes) = Encode(content);
        var stored = new StoredContent(kind, file.Position, bytes.Length, shape);
        file.Write(bytes);
        return stored;
    }

    /// <summary>The content, which is read when it is first asked for; <see cref="InvalidDataException" /> then, where its bytes are damaged.</summary>
    /// <param name="read">Reads the bytes of a stored content.</param>
    public ItemContent ToContent(Func<StoredContent, byte[]> read) =>
        Shape.Length != (Kind == StoredKind.Image ? 3 : 2) || Shape.Any(size => size < 0) || Values > Waveform.MostSamples
            ? throw new InvalidDataException($"Content of kind {Kind} has no shape ({string.Join(", ", Shape)}).")
            : Content(read);

    // Of a signal the second number is no size.
    private double Values =>
        Kind is StoredKind.Pcm or StoredKind.Samples ? Shape[0] : Shape.Aggregate(1.0, (product, size) => product * size);

    private ItemContent Content(Func<StoredContent, byte[]> read) =>
        Kind switch
        {
            StoredKind.Pcm => new WaveformContent(() => new Waveform(PcmCoding.Decode(read(this), Shape[0]), Shape[1])),
            StoredKind.Samples => new WaveformContent(() => new Waveform(SampleCoding.Decode(read(this), Shape[0]), Shape[1])),
            StoredKind.Matrix => new MatrixContent(() => ToMatrix(SampleCoding.Decode(read(this), Shape[0] * Shape[1]))),
            StoredKind.Image => new ImageContent(() => new Image(Shape[0], Shape[1], Shape[2], read(this))),
            _ => throw new InvalidDataException($"There is no content of kind {Kind}."),
        };

    private Matrix ToMatrix(double[] values)
    {
        var matrix = new Matrix(Shape[0], Shape[1]);
        values.CopyTo(matrix.Values);
        return matrix;
    }

    private static (StoredKind Kind, int[] Shape, byte[] Bytes) Encode(ItemContent content)
    {
        switch (content)
        {
            case WaveformContent { Value: var wave }:
                int[] shape = [wave.Samples.Length, wave.SampleRateHz];
                return PcmCoding.CanEncode(wave.Samples)
                    ? (StoredKind.Pcm, shape, PcmCoding.Encode(wave.Samples))
                    : (StoredKind.Samples, shape, SampleCoding.Encode(wave.Samples));
            case MatrixContent { Value: var matrix }:
                return (StoredKind.Matrix, [matrix.Rows, matrix.Columns], SampleCoding.Encode(matrix.Values));
            case ImageContent { Value: var image }:
                return (StoredKind.Image, [image.Height, image.Width, image.Channels], image.Bytes);
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
