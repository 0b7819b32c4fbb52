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
        public Tensor add(Tensor target) => add(target, 1);

        public Tensor add(Tensor target, Scalar alpha)
        {
            Tensor other = alpha.Double == 1 ? target : target * alpha;
            (long[] a, long[] b) = (Sizes, other.Sizes);
            return Graph.Record(
                "add",
                Raw.Binary("add", BinaryOp.Add, this, other, Arithmetic("add", this, other)),
                [this, other],
                (g, s) => [s.Needs(0) ? Gradients.SumTo(g, a) : null, s.Needs(1) ? Gradients.SumTo(g, b) : null]
            );
        }

        public Tensor add(Scalar scalar) => Affine("add", scalar, 1, scalar.Double, s => this.add(s));

        public Tensor sub(Tensor target) => sub(target, 1);

        public Tensor sub(Tensor target, Scalar alpha)
        {
            Tensor other = alpha.Double == 1 ? target : target * alpha;
            (long[] a, long[] b) = (Sizes, other.Sizes);
            return Graph.Record(
                "sub",
                Raw.Binary("sub", BinaryOp.Subtract, this, other, Arithmetic("sub", this, other)),
                [this, other],
                (g, s) => [s.Needs(0) ? Gradients.SumTo(g, a) : null, s.Needs(1) ? Gradients.SumTo(-g, b) : null]
            );
        }

        public Tensor sub(Scalar scalar) => Affine("sub", scalar, 1, -scalar.Double, s => this.sub(s));

        public Tensor mul(Tensor target)
        {
            (long[] a, long[] b) = (Sizes, target.Sizes);
            return Graph.Record(
                "mul",
                Raw.Binary("mul", BinaryOp.Multiply, this, target, Arithmetic("mul", this, target)),
                [this, target],
                (g, s) => [s.Needs(0) ? Gradients.SumTo(g * s[1], a) : null, s.Needs(1) ? Gradients.SumTo(g * s[0], b) : null],
                this,
                target
            );
        }

        public Tensor mul(Scalar target) => Affine("mul", target, target.Double, 0, s => this.mul(s));

        public Tensor div(Tensor target)
        {
            (long[] a, long[] b) = (Sizes, target.Sizes);
            return Graph.Record(
                "div",
                Raw.Binary("div", BinaryOp.Divide, this, target, ScalarType.Float32),
                [this, target],
                (g, s) =>
                    [
                        s.Needs(0) ? Gradients.SumTo(g / s[1], a) : null,
                        s.Needs(1) ? Gradients.SumTo(-(g * (s[0] / s[1]) / s[1]), b) : null,
                    ],
                this,
                target
            );
        }

        // Divided, not multiplied by the inverse: the last bit differs.
        public Tensor div(Scalar target) => div(full([], target.Single, ScalarType.Float32, device));

        public Tensor pow(Tensor exponent)
        {
            (long[] a, long[] b) = (Sizes, exponent.Sizes);
            Tensor result = Raw.Binary("pow", BinaryOp.Power, this, exponent, ScalarType.Float32);
            return Graph.Record(
                "pow",
                result,
                [this, exponent],
                (g, s) =>
                    [
                        s.Needs(0) ? Gradients.SumTo(g * s[1] * s[0].pow(s[1] - 1f), a) : null,
                        s.Needs(1) ? Gradients.SumTo(g * s[2] * LogWhereUsed(s[0], s[1]), b) : null,
                    ],
                this,
                exponent,
                result
            );
        }

        public Tensor pow(Scalar exponent)
        {
            double p = exponent.Double;
            Tensor result = p == 2 ? Raw.Unary(UnaryOp.Square, this) : Raw.Unary(UnaryOp.Power, this, p);
            return Graph.Record("pow", result, [this], (g, s) => [p == 0 ? torch.zeros_like(g) : g * s[0].pow(p - 1) * p], this);
        }

        internal Tensor pow(double exponent) => pow((Scalar)exponent);

        public Tensor maximum(Tensor other) => Extreme("maximum", BinaryOp.Maximum, other);

        public Tensor minimum(Tensor other) => Extreme("minimum", BinaryOp.Minimum, other);

        public Tensor add_(Tensor target) => AddInPlace("add_", target, 1);

        public Tensor add_(Tensor target, Scalar alpha) => AddInPlace("add_", target, alpha.Double);

        public Tensor add_(Scalar scalar) => Become("add_", add(scalar));

        public Tensor sub_(Tensor target) => AddInPlace("sub_", target, -1);

        public Tensor sub_(Scalar scalar) => Become("sub_", sub(scalar));

        public Tensor mul_(Tensor target) => Become("mul_", mul(target));

        public Tensor mul_(Scalar target) => Become("mul_", mul(target));

        public Tensor div_(Tensor target) => Become("div_", div(target));

        public Tensor div_(Scalar target) => Become("div_", div(target));

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => this + (tensor1 * tensor2 * value);

        public Tensor lerp(Tensor end, Tensor weight) => this + (weight * (end - this));

        // PyTorch adds truth values as "or" and multiplies them as "and"; here they are counted, so that nothing is lost.
        private static ScalarType Arithmetic(string operation, Tensor a, Tensor b)
        {
            ScalarType type = ScalarTypes.Common(a.dtype, b.dtype);
            return type == ScalarType.Bool
                ? throw new NotSupportedException(
                    $"{operation}: two Bool tensors; use logical_and, logical_or or logical_xor, or convert one of them first."
                )
                : type;
        }

        private Tensor Affine(string name, Scalar scalar, double factor, double shift, Func<Tensor, Tensor> otherwise)
        {
            if (dtype != ScalarType.Float32 && scalar.Type != ScalarType.Float32)
            {
                return otherwise(full([], scalar, ScalarType.Int64, device));
            }

            return Graph.Record(
                name,
                Raw.Unary(UnaryOp.Affine, this, factor, shift),
                [this],
                (g, _) => [factor == 1 ? g : g * factor]
            );
        }

        private Tensor Extreme(string name, BinaryOp op, Tensor other)
        {
            (long[] a, long[] b) = (Sizes, other.Sizes);
            return Graph.Record(
                name,
                Raw.Binary(name, op, this, other, Arithmetic(name, this, other)),
                [this, other],
                (g, s) =>
                {
                    Tensor first = op == BinaryOp.Maximum ? s[0].gt(s[1]) : s[0].lt(s[1]);
                    Tensor share = first.to_type(ScalarType.Float32) + (s[0].eq(s[1]).to_type(ScalarType.Float32) * 0.5f); // halves at ties
                    return [Gradients.SumTo(g * share, a), Gradients.SumTo(g * (share * -1f + 1f), b)];
                },
                this,
                other
            );
        }

        // 0⁰ = 1 does not grow with its exponent: PyTorch's gradient there is 0, not minus infinity times 0.
        private static Tensor LogWhereUsed(Tensor x, Tensor exponent)
        {
            Tensor flat = x.eq(0f).logical_and(exponent.ge(0f));
            return torch.where(flat, torch.zeros_like(x), torch.where(flat, torch.ones_like(x), x).log());
        }

        private unsafe Tensor AddInPlace(string name, Tensor other, double factor)
        {
            bool plain = dtype == ScalarType.Float32 && other.dtype == ScalarType.Float32 && Shapes.Same(Sizes, other.Sizes);
            if (!plain || Graph.Wanted(this, other))
            {
                return Become(name, factor < 0 ? sub(other, -factor) : add(other, factor));
            }

            Places.Common(name, this, other).Kernels.AddScaled(Floats, other.Floats, (float)factor, numel());
            Block.Version++;
            return this;
        }
    }

    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    public static Tensor div(Tensor left, Tensor right) => left.div(right);

    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);
}
