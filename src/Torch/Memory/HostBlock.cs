namespace Research.Torch.Memory;

/// <summary>A piece of the host's memory that a kernel needs while it runs, from the pool.</summary>
internal sealed unsafe class HostBlock
{
    private readonly long _size;
    private byte* _data;

    public HostBlock(long bytes) => _data = Pool.Take(bytes, out _size);

    ~HostBlock() => Return();

    public byte* Data => _data;

    public void Release()
    {
        Return();
        GC.SuppressFinalize(this);
    }

    private void Return()
    {
        byte* data = _data;
        _data = null;
        if (data != null)
        {
            Pool.Return(data, _size);
        }
    }
}
