using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Raw.Compare("eq", CompareOp.Equal, this, target);

        public Tensor ne(Tensor target) => Raw.Compare("ne", CompareOp.NotEqual, this, target);

        public Tensor lt(Tensor target) => Raw.Compare("lt", CompareOp.Less, this, target);

        public Tensor le(Tensor target) => Raw.Compare("le", CompareOp.LessOrEqual, this, target);

        public Tensor gt(Tensor target) => Raw.Compare("gt", CompareOp.Greater, this, target);

        public Tensor ge(Tensor target) => Raw.Compare("ge", CompareOp.GreaterOrEqual, this, target);

        public Tensor eq(Scalar target) => eq(full([], target, device: device));

        public Tensor ne(Scalar target) => ne(full([], target, device: device));

        public Tensor lt(Scalar target) => lt(full([], target, device: device));

        public Tensor le(Scalar target) => le(full([], target, device: device));

        public Tensor gt(Scalar target) => gt(full([], target, device: device));

        public Tensor ge(Scalar target) => ge(full([], target, device: device));

        // Without these, a number could become a tensor as well as a scalar.
        internal Tensor eq(double target) => eq((Scalar)target);

        internal Tensor ne(double target) => ne((Scalar)target);

        internal Tensor lt(double target) => lt((Scalar)target);

        internal Tensor le(double target) => le((Scalar)target);

        internal Tensor gt(double target) => gt((Scalar)target);

        internal Tensor ge(double target) => ge((Scalar)target);

        public Tensor logical_and(Tensor other) =>
            Truth().to_type(ScalarType.Int64).mul(other.Truth().to_type(ScalarType.Int64)).Truth();

        public Tensor logical_or(Tensor other) =>
            Truth().to_type(ScalarType.Int64).add(other.Truth().to_type(ScalarType.Int64)).Truth();

        public Tensor logical_xor(Tensor other) => Truth().ne(other.Truth());

        public Tensor logical_not() => Truth().eq((Scalar)false);

        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        public Tensor masked_fill(Tensor mask, Scalar value) => torch.where(mask, full([], value, dtype, device), this);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Become("masked_fill_", masked_fill(mask, value));

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            Tensor near = (this - target).abs().le((target.abs() * rtol) + atol);
            Tensor fits = near.logical_or(eq(target));
            fits = equal_nan ? fits.logical_or(isnan().logical_and(target.isnan())) : fits;
            return fits.all().item<bool>();
        }

        internal bool SameAs(Tensor target) => Shapes.Same(Sizes, target.Sizes) && eq(target).all().item<bool>();

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private Tensor Truth() => Raw.Convert(this, ScalarType.Bool);
    }

    /// <summary>x where the condition holds, else y; all three broadcast.</summary>
    public static unsafe Tensor where(Tensor condition, Tensor x, Tensor y)
    {
        if (condition.dtype != ScalarType.Bool)
        {
            throw new ArgumentException($"where: the condition must be Bool; it is {condition.dtype}.");
        }

        Place place = Places.Meet("where", ref condition, ref x, ref y);
        long[] shape = Shapes.Broadcast("where", condition.Sizes, Shapes.Broadcast("where", x.Sizes, y.Sizes));
        ScalarType type = ScalarTypes.Common(x.dtype, y.dtype);
        (long[] ofX, long[] ofY) = (x.Sizes, y.Sizes);
        Tensor result;
        using (no_grad())
        {
            Tensor chosen = condition.expand(shape);
            (Tensor a, Tensor b) = (Raw.Convert(x, type).expand(shape), Raw.Convert(y, type).expand(shape));
            result = Tensor.New(shape, type, place);
            place.Kernels.Where(ScalarTypes.Size(type), chosen.Bools, a.Data, b.Data, result.Data, result.numel());
        }

        return Graph.Record(
            "where",
            result,
            [x, y],
            (g, s) =>
                [
                    s.Needs(0) ? Gradients.SumTo(where(s[0], g, torch.zeros_like(g)), ofX) : null,
                    s.Needs(1) ? Gradients.SumTo(where(s[0], torch.zeros_like(g), g), ofY) : null,
                ],
            condition
        );
    }

    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    public static Tensor logical_not(Tensor input) => input.logical_not();

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);
}
