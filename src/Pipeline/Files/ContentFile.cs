namespace Research.Pipeline.Files;

/// <summary>Reads the content of single items, from any thread; opens the file when the first is asked for.</summary>
/// <param name="open">Opens the file as a stream that can seek.</param>
internal sealed class ContentFile(Func<Stream> open)
{
    private readonly Lock _gate = new();
    private Stream? _file;

    /// <summary>The bytes of an item's content.</summary>
    public byte[] Read(StoredContent stored)
    {
        byte[] bytes = new byte[stored.Length];
        lock (_gate)
        {
            _file ??= open(); // stays open with the dataset: items are asked for one by one
            _file.Position = stored.Offset;
            _file.ReadExactly(bytes);
        }

        return bytes;
    }
}
