namespace Research.Torch.Devices.Cuda;

/// <summary>One argument of a kernel, in the type that the kernel declares.</summary>
internal readonly unsafe struct Argument
{
    private readonly ulong _bits;

    private Argument(ulong bits) => _bits = bits;

    public static implicit operator Argument(void* memory) => new((ulong)memory);

    public static implicit operator Argument(int value) => new((uint)value);

    public static implicit operator Argument(uint value) => new(value);

    public static implicit operator Argument(long value) => new((ulong)value);

    public static implicit operator Argument(ulong value) => new(value);

    public static implicit operator Argument(float value) => new(BitConverter.SingleToUInt32Bits(value));

    public static implicit operator Argument(double value) => new(BitConverter.DoubleToUInt64Bits(value));

    public static implicit operator Argument(bool value) => new(value ? 1u : 0);
}
