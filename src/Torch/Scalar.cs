using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number or truth value that takes part in an operation on tensors.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double _number;
    private readonly long _integer;

    private Scalar(ScalarType type, double number, long integer)
    {
        Type = type;
        _number = number;
        _integer = integer;
    }

    public ScalarType Type { get; }

    internal double Double => _number;

    internal float Single => (float)_number;

    internal long Int64 => _integer;

    // As PyTorch has it: a fractional scalar makes an integer tensor floating; an integer one does not.
    internal ScalarType Kind => Type;

    public static implicit operator Scalar(int value) => new(ScalarType.Int64, value, value);

    public static implicit operator Scalar(long value) => new(ScalarType.Int64, value, value);

    public static implicit operator Scalar(float value) => new(ScalarType.Float32, value, (long)value);

    public static implicit operator Scalar(double value) => new(ScalarType.Float32, value, (long)value);

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value ? 1 : 0, value ? 1 : 0);

    public void Dispose() { }
}

/// <summary>Scalars from and to the numbers of the language.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static float ToSingle(this Scalar value) => value.Single;

    public static double ToDouble(this Scalar value) => value.Double;

    public static int ToInt32(this Scalar value) => checked((int)value.Int64);

    public static long ToInt64(this Scalar value) => value.Int64;

    public static bool ToBoolean(this Scalar value) => value.Double != 0;
}
