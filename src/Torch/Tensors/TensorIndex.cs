namespace TorchSharp;

public static partial class torch
{
    /// <summary>One position of a tensor's index: a place, a range, a list of places, a mask, a new dimension, or all that is not named.</summary>
    public struct TensorIndex : IEquatable<TensorIndex>
    {
        internal enum Sort
        {
            Null,
            Ellipsis,
            Single,
            Slice,
            Tensor,
            Bool,
        }

        public static readonly TensorIndex Null = new() { Kind = Sort.Null };

        public static readonly TensorIndex Ellipsis = new() { Kind = Sort.Ellipsis };

        public static readonly TensorIndex Colon = Slice();

        public static readonly TensorIndex None = new() { Kind = Sort.Null };

        internal Sort Kind { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Places { get; private init; }

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new()
            {
                Kind = Sort.Slice,
                Start = start,
                Stop = stop,
                Step = step,
            };

        public static TensorIndex Slice(Range range) => range;

        public static TensorIndex Single(long? index) => new() { Kind = Sort.Single, Start = index };

        public static TensorIndex Bool(bool value) => new() { Kind = Sort.Bool, Start = value ? 1 : 0 };

        public static TensorIndex Tensor(Tensor tensor) => new() { Kind = Sort.Tensor, Places = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);

        public static implicit operator TensorIndex(bool value) => Bool(value);

        public static implicit operator TensorIndex(Range range) =>
            Slice(
                range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
                range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value
            );

        public readonly bool Equals(TensorIndex other) =>
            Kind == other.Kind
            && Start == other.Start
            && Stop == other.Stop
            && Step == other.Step
            && ReferenceEquals(Places, other.Places);

        public override readonly bool Equals(object? obj) => obj is TensorIndex other && Equals(other);

        public override readonly int GetHashCode() => HashCode.Combine(Kind, Start, Stop, Step);
    }
}
