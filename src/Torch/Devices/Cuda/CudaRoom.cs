namespace Research.Torch.Devices.Cuda;

/// <summary>Device memory that a kernel needs while it runs.</summary>
internal readonly unsafe ref struct CudaRoom
{
    private readonly Place _place;
    private readonly long _size;

    public CudaRoom(Place place, long bytes)
    {
        _place = place;
        Data = place.Take(Math.Max(1, bytes), out _size);
    }

    public byte* Data { get; }

    public static implicit operator Argument(CudaRoom room) => room.Data;

    public void Dispose() => _place.Return(Data, _size);
}
