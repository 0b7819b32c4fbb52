namespace Research.Pipeline.Files;

/// <summary>Reads the content of single items, from any thread; opens the file when the first is asked for.</summary>
/// <param name="open">Opens the file as a stream that can seek.</param>
internal sealed class ContentFile(Func<Stream> open)
{
    private readonly Lock _gate = new();
    private Stream? _file;

    /// <summary>The bytes of an item's content.</summary>
    /// <exception cref="InvalidDataException">They are said to lie where the file has none.</exception>
    public byte[] Read(StoredContent stored)
    {
        lock (_gate)
        {
            _file ??= open(); // stays open with the dataset: items are asked for one by one
            if (stored.Length < 0 || stored.Offset < 0 || stored.Offset > _file.Length - stored.Length)
            {
                throw new InvalidDataException(
                    $"{stored.Length} bytes from {stored.Offset} on are not in a file of {_file.Length}."
                );
            }

            byte[] bytes = new byte[stored.Length];
            _file.Position = stored.Offset;
            _file.ReadExactly(bytes);
            return bytes;
        }
    }
}
