using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Functions;
using Research.Torch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        // Whole numbers stay whole: what the kernels do in float32 is done by other means.
        private bool IsWhole => dtype == ScalarType.Int64;

        public Tensor neg() =>
            IsWhole ? mul((Scalar)(-1)) : Graph.Record("neg", Raw.Unary(UnaryOp.Negate, this), [this], (g, _) => [-g]);

        public Tensor negative() => neg();

        public Tensor abs() =>
            IsWhole
                ? maximum(neg())
                : Graph.Record("abs", Raw.Unary(UnaryOp.Abs, this), [this], (g, s) => [g * s[0].sign()], this);

        public Tensor sign() =>
            IsWhole
                ? gt((Scalar)0).@long() - lt((Scalar)0).@long()
                : Graph.Record("sign", Raw.Unary(UnaryOp.Sign, this), [this], (g, _) => [torch.zeros_like(g)]);

        public Tensor exp()
        {
            Tensor result = Raw.Unary(UnaryOp.Exp, this);
            return Graph.Record("exp", result, [this], (g, s) => [g * s[0]], result);
        }

        public Tensor log() => Graph.Record("log", Raw.Unary(UnaryOp.Log, this), [this], (g, s) => [g / s[0]], this);

        public Tensor log1p() => Graph.Record("log1p", Raw.Unary(UnaryOp.Log1p, this), [this], (g, s) => [g / (s[0] + 1f)], this);

        public Tensor sqrt()
        {
            Tensor result = Raw.Unary(UnaryOp.Sqrt, this);
            return Graph.Record("sqrt", result, [this], (g, s) => [g / (s[0] * 2f)], result);
        }

        public Tensor rsqrt()
        {
            Tensor result = Raw.Unary(UnaryOp.ReciprocalSqrt, this);
            return Graph.Record("rsqrt", result, [this], (g, s) => [g * (s[0] * s[0].square()) * -0.5f], result);
        }

        public Tensor reciprocal()
        {
            Tensor result = Raw.Unary(UnaryOp.Reciprocal, this);
            return Graph.Record("reciprocal", result, [this], (g, s) => [-(g * s[0].square())], result);
        }

        public Tensor square() =>
            IsWhole
                ? mul(this)
                : Graph.Record("square", Raw.Unary(UnaryOp.Square, this), [this], (g, s) => [g * s[0] * 2f], this);

        public Tensor sin() => Graph.Record("sin", Raw.Unary(UnaryOp.Sin, this), [this], (g, s) => [g * s[0].cos()], this);

        public Tensor cos() => Graph.Record("cos", Raw.Unary(UnaryOp.Cos, this), [this], (g, s) => [-(g * s[0].sin())], this);

        public Tensor tanh()
        {
            Tensor result = Raw.Unary(UnaryOp.Tanh, this);
            return Graph.Record("tanh", result, [this], (g, s) => [Activations.TanhBackward(g, s[0])], result);
        }

        public Tensor sigmoid()
        {
            Tensor result = Raw.Unary(UnaryOp.Sigmoid, this);
            return Graph.Record("sigmoid", result, [this], (g, s) => [Activations.SigmoidBackward(g, s[0])], result);
        }

        public Tensor relu()
        {
            if (IsWhole)
            {
                return clamp_min(0);
            }

            Tensor result = Raw.Unary(UnaryOp.Relu, this);
            return Graph.Record("relu", result, [this], (g, s) => [Activations.ReluBackward(g, s[0])], result);
        }

        public Tensor leaky_relu(Scalar negative_slope)
        {
            Tensor result = Raw.Unary(UnaryOp.LeakyRelu, this, negative_slope.Double);
            return Graph.Record("leaky_relu", result, [this], (g, s) => [torch.where(s[0].gt(0f), g, g * negative_slope)], this);
        }

        public Tensor floor() =>
            IsWhole ? clone() : Graph.Record("floor", Raw.Unary(UnaryOp.Floor, this), [this], (g, _) => [torch.zeros_like(g)]);

        public Tensor ceil() =>
            IsWhole ? clone() : Graph.Record("ceil", Raw.Unary(UnaryOp.Ceiling, this), [this], (g, _) => [torch.zeros_like(g)]);

        public Tensor round() =>
            IsWhole ? clone() : Graph.Record("round", Raw.Unary(UnaryOp.Round, this), [this], (g, _) => [torch.zeros_like(g)]);

        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (IsWhole && min?.Type != ScalarType.Float32 && max?.Type != ScalarType.Float32)
            {
                Tensor raised = min is null ? this : maximum(full([], min, ScalarType.Int64, device));
                return max is null ? raised.alias() : raised.minimum(full([], max, ScalarType.Int64, device));
            }

            double least = min?.Double ?? double.NegativeInfinity;
            double most = max?.Double ?? double.PositiveInfinity;
            Tensor result = Raw.Unary(UnaryOp.Clamp, this, least, most);
            return Graph.Record(
                "clamp",
                result,
                [this],
                (g, s) => [g * (s[0].ge(least).logical_and(s[0].le(most))).to_type(ScalarType.Float32)],
                this
            );
        }

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_min(Scalar min) => clamp(min, null);

        public Tensor clamp_max(Scalar max) => clamp(null, max);

        public Tensor elu(double alpha = 1) => torch.where(gt(0f), this, (clamp_max(0f).exp() - 1f) * alpha);

        public Tensor silu() => this * sigmoid();

        /// <summary>log(1 + exp(βx))/β, and x itself where βx is above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20)
        {
            Tensor scaled = this * beta;
            Tensor soft = (scaled.clamp_max(threshold).exp().log1p()) / beta;
            return torch.where(scaled.gt(threshold), this, soft);
        }

        public Tensor isnan() => ne(this);

        public Tensor isinf() => Raw.Unary(UnaryOp.Abs, this).eq(double.PositiveInfinity);

        public Tensor isfinite() => Raw.Unary(UnaryOp.Abs, this).lt(double.PositiveInfinity);

        public Tensor to_type(ScalarType type)
        {
            if (type == dtype)
            {
                return alias();
            }

            Tensor result = Raw.Convert(this, Research.Torch.ScalarTypes.Checked(type, type));
            return type == ScalarType.Float32 ? Graph.Record("to", result, [this], (g, _) => [g]) : result;
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Tensor result = copy ? to_type(type).clone() : to_type(type);
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }

        public Tensor to(Device? device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Tensor result = Moved(Available(device).Place);
            result = copy && device!.Place == Place ? result.clone() : result;
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }

        public Tensor cpu() => Moved(HostPlace.Instance);

        /// <summary>The same values on a GPU, the first where none is named.</summary>
        /// <exception cref="InvalidOperationException">There is none.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA);

        // The same values in another memory; the gradient goes back the same way.
        private Tensor Moved(Place place)
        {
            if (Place == place)
            {
                return alias();
            }

            Place own = Place;
            return Graph.Record("to", Raw.Copy(this, place), [this], (g, _) => [g.Moved(own)]);
        }

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor clone() => Graph.Record("clone", Raw.Copy(this), [this], (g, _) => [g]);

        public Tensor neg_() => Become("neg_", neg());

        public Tensor relu_() =>
            dtype == ScalarType.Float32 ? Rewrite("relu_", UnaryOp.Relu, Activations.ReluBackward) : Become("relu_", relu());

        public Tensor exp_() => Become("exp_", exp());

        public Tensor sqrt_() => Become("sqrt_", sqrt());

        public Tensor tanh_() =>
            dtype == ScalarType.Float32 ? Rewrite("tanh_", UnaryOp.Tanh, Activations.TanhBackward) : Become("tanh_", tanh());

        public Tensor sigmoid_() =>
            dtype == ScalarType.Float32
                ? Rewrite("sigmoid_", UnaryOp.Sigmoid, Activations.SigmoidBackward)
                : Become("sigmoid_", sigmoid());

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Become("clamp_", clamp(min, max));

        public Tensor zero_() => fill_(0f);

        public unsafe Tensor fill_(Scalar value)
        {
            if (Graph.Wanted(this))
            {
                return Become("fill_", torch.full_like(this, value));
            }

            Kernels.Fill(dtype, Data, numel(), value);
            Block.Version++;
            return this;
        }

        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Become("copy_", source.to(device).expand(Sizes).to_type(dtype).clone());

        public Tensor set_(Tensor source)
        {
            if (!Research.Torch.Shapes.Same(source.Sizes, Sizes))
            {
                throw new NotSupportedException("set_ to another shape is not part of this engine.");
            }

            using (no_grad())
            {
                return copy_(source);
            }
        }
    }

    public static Tensor abs(Tensor input) => input.abs();

    public static Tensor exp(Tensor input) => input.exp();

    public static Tensor log(Tensor input) => input.log();

    public static Tensor log1p(Tensor input) => input.log1p();

    public static Tensor sqrt(Tensor input) => input.sqrt();

    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    public static Tensor square(Tensor input) => input.square();

    public static Tensor sin(Tensor input) => input.sin();

    public static Tensor cos(Tensor input) => input.cos();

    public static Tensor tanh(Tensor input) => input.tanh();

    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor relu(Tensor input) => input.relu();

    public static Tensor neg(Tensor input) => input.neg();

    public static Tensor sign(Tensor input) => input.sign();

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    public static Tensor isnan(Tensor input) => input.isnan();

    public static Tensor isinf(Tensor input) => input.isinf();

    public static Tensor isfinite(Tensor input) => input.isfinite();
}
