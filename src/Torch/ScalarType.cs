namespace TorchSharp;

public static partial class torch
{
    /// <summary>Element types, numbered as TorchSharp numbers them; the engine computes in Float32, Int64 and Bool.</summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        QInt8 = 12,
        QUInt8 = 13,
        QInt32 = 14,
        BFloat16 = 15,
    }

    public static readonly ScalarType float32 = ScalarType.Float32;

    public static readonly ScalarType int64 = ScalarType.Int64;

    public static readonly ScalarType @long = ScalarType.Int64;

    public static readonly ScalarType @bool = ScalarType.Bool;
}
