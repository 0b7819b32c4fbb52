namespace Research.Torch.Devices;

/// <summary>A piece of a place's memory that tensors share; it returns there with the last of them.</summary>
/// <remarks>Tensors that nobody disposes of give it back when the garbage collector finds it unreachable.</remarks>
internal sealed unsafe class Block
{
    private readonly long _size;
    private byte* _data;
    private int _sharers = 1;

    public Block(long bytes, Place place)
    {
        Place = place;
        _data = place.Take(bytes, out _size);
    }

    ~Block() => Return();

    public byte* Data => _data;

    /// <summary>Where the memory lies.</summary>
    public Place Place { get; }

    /// <summary>Counts the writes in place, so that a gradient computed from overwritten values is refused.</summary>
    public int Version { get; set; }

    /// <summary>The version that the last write in place made that operations were recorded through; 0 for none.</summary>
    public int RecordedWrite { get; set; }

    public bool IsShared => Volatile.Read(ref _sharers) > 1;

    public Block Share()
    {
        Interlocked.Increment(ref _sharers);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _sharers) == 0)
        {
            Return();
            GC.SuppressFinalize(this);
        }
    }

    private void Return()
    {
        byte* data = _data;
        _data = null;
        if (data != null)
        {
            Place.Return(data, _size);
        }
    }
}
