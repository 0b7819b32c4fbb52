namespace Research.Data;

/// <summary>A picture of 8 bits a channel.</summary>
public sealed record Image
{
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue.</param>
    /// <param name="bytes">Row after row from the top, the channels of a pixel side by side.</param>
    /// <exception cref="ArgumentException">A size is below 1, or the bytes are not height × width × channels.</exception>
    public Image(int height, int width, int channels, byte[] bytes)
    {
        if (height < 1 || width < 1 || channels < 1 || bytes.Length != (long)height * width * channels)
        {
            throw new ArgumentException(
                $"An image of {height} × {width} pixels with {channels} channels has {(long)height * width * channels} bytes; {bytes.Length} came.",
                nameof(bytes)
            );
        }

        (Height, Width, Channels, Bytes) = (height, width, channels, bytes);
    }

    public int Height { get; }

    public int Width { get; }

    public int Channels { get; }

    public byte[] Bytes { get; }
}
