using System.Globalization;
using Research.Torch;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The one value of a tensor of one element.</summary>
        /// <exception cref="ArgumentException">There is not exactly one element, or it is of another type.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
            {
                throw new ArgumentException(
                    $"item: one element is needed; a tensor of shape {Shapes.Text(Sizes)} has {numel()}."
                );
            }

            CheckType<T>("item");
            T value;
            Place.Download(Data, &value, sizeof(T));
            return value;
        }

        /// <summary>The values in row-major order.</summary>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckType<T>("data");
            return new TensorAccessor<T>(this);
        }

        public static explicit operator float(Tensor value) => value.ToSingle();

        public static explicit operator double(Tensor value) => value.ToDouble();

        public static explicit operator int(Tensor value) => value.ToInt32();

        public static explicit operator long(Tensor value) => value.ToInt64();

        public static explicit operator bool(Tensor value) => value.ToBoolean();

        public static implicit operator Tensor(int value) => full([], value);

        public static implicit operator Tensor(long value) => full([], value);

        public static implicit operator Tensor(float value) => full([], value);

        public static implicit operator Tensor(double value) => full([], value);

        public static implicit operator Tensor(bool value) => full([], value);

        /// <summary>Values in text, for looking at.</summary>
        public string str()
        {
            Tensor floats = detach().to_type(ScalarType.Float32);
            return $"[{string.Join(", ", floats.data<float>().ToArray().Select(value => value.ToString("G6", CultureInfo.InvariantCulture)))}]";
        }

        internal double Number() =>
            dtype switch
            {
                ScalarType.Float32 => item<float>(),
                ScalarType.Int64 => item<long>(),
                _ => item<bool>() ? 1 : 0,
            };

        private void CheckType<T>(string operation)
        {
            ScalarType asked =
                typeof(T) == typeof(float) ? ScalarType.Float32
                : typeof(T) == typeof(long) ? ScalarType.Int64
                : typeof(T) == typeof(bool) ? ScalarType.Bool
                : (ScalarType)(-1);
            if (asked != dtype)
            {
                throw new ArgumentException(
                    $"{operation}: the elements are {dtype}, asked for as another type. Read them as float, long or bool, or convert the tensor with to_type."
                );
            }
        }
    }
}
