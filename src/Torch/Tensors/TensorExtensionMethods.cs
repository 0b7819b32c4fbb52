namespace TorchSharp;

/// <summary>Single values of tensors of one element.</summary>
public static partial class TensorExtensionMethods
{
    public static float ToSingle(this torch.Tensor value) => (float)value.Number();

    public static double ToDouble(this torch.Tensor value) => value.Number();

    public static int ToInt32(this torch.Tensor value) => checked((int)value.ToInt64());

    public static long ToInt64(this torch.Tensor value) =>
        value.dtype == torch.ScalarType.Int64 ? value.item<long>() : (long)value.Number();

    public static bool ToBoolean(this torch.Tensor value) => value.Number() != 0;
}
