using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>One value at a time.</summary>
internal static unsafe class PointwiseCases
{
    private const int Count = 6007;

    public static IEnumerable<DeviceCase> All { get; } =
    [
        .. Enum.GetValues<UnaryOp>().Select(op => new DeviceCase($"Unary {op}", twin => Unary(twin, op), UnaryChange(op))),
        .. Enum.GetValues<BinaryOp>().Select(op => new DeviceCase($"Binary {op}", twin => Binary(twin, op), BinaryChange(op))),
        new(
            "Binary of whole numbers",
            Whole,
            new SourceChange(
                "pointwise.cl",
                "case 1: return a - b;\n        case 2: return a * b;\n        case 4: return a > b ? a : b;\n",
                "case 1: return b - a;\n        case 2: return a * b;\n        case 4: return a > b ? a : b;\n"
            )
        ),
        new("Compare", Compare, new SourceChange("pointwise.cl", "op == 3 ? (a) <= (b)", "op == 3 ? !((a) > (b))")),
        new(
            "AddScaled",
            AddScaled,
            new SourceChange(
                "pointwise.cl",
                "target[i] = FMA(source[i], factor, target[i]);",
                "target[i] = source[i] * factor + target[i];"
            )
        ),
    ];

    private static void Unary(Twin twin, UnaryOp op)
    {
        Twin.Memory[] sources =
        [
            twin.Wild(Count),
            twin.AnyBits(Count),
            twin.Floats(Count, i => (float)(twin.Rng.NextNormal() * 20)),
        ];
        Twin.Memory target = twin.New(4 * Count, isFloat: true);
        (float P, float Q)[] constants = op switch
        {
            UnaryOp.Power => [(2.5f, 0), (-3, 0), (3, 0), (0, 0), (float.PositiveInfinity, 0), (0.5f, 0)],
            UnaryOp.Clamp => [(-1, 2), (0, float.PositiveInfinity)],
            _ => [(1.7f, -0.3f)],
        };
        foreach (Twin.Memory source in sources)
        {
            foreach ((float p, float q) in constants)
            {
                twin.Run($"{op} {p:R}", (k, at) => k.Unary(op, (float*)at(source), (float*)at(target), Count, p, q));
            }
        }
    }

    private static void Binary(Twin twin, BinaryOp op) =>
        Broadcast(
            twin,
            op == BinaryOp.Power ? 200 : 4,
            count => twin.Rng.NextInt(2) == 0 ? twin.Wild(count) : twin.AnyBits(count),
            (k, shape, a, x, b, y, z) => k.Binary(op, ScalarType.Float32, a, x, b, y, z, shape)
        );

    private static void Whole(Twin twin)
    {
        BinaryOp[] known = [BinaryOp.Add, BinaryOp.Subtract, BinaryOp.Multiply, BinaryOp.Maximum, BinaryOp.Minimum];
        foreach (BinaryOp op in known)
        {
            Broadcast(
                twin,
                1,
                count => twin.Longs(count, _ => (long)twin.Rng.NextUInt64()),
                (k, shape, a, x, b, y, z) => k.Binary(op, ScalarType.Int64, a, x, b, y, z, shape)
            );
        }
    }

    private static void Compare(Twin twin)
    {
        foreach (CompareOp op in Enum.GetValues<CompareOp>())
        {
            Broadcast(
                twin,
                4,
                twin.Wild,
                (k, shape, a, x, b, y, z) => k.Compare(op, ScalarType.Float32, a, x, b, y, (bool*)z, shape)
            );
            Broadcast(
                twin,
                1,
                count => twin.Longs(count, _ => twin.Rng.NextInt(3)),
                (k, shape, a, x, b, y, z) => k.Compare(op, ScalarType.Int64, a, x, b, y, (bool*)z, shape)
            );
            Broadcast(
                twin,
                1,
                twin.Bools,
                (k, shape, a, x, b, y, z) => k.Compare(op, ScalarType.Bool, a, x, b, y, (bool*)z, shape)
            );
        }
    }

    private static void AddScaled(Twin twin)
    {
        (Twin.Memory target, Twin.Memory source) = (twin.Wild(Count), twin.Wild(Count));
        twin.Run("add scaled", (k, at) => k.AddScaled((float*)at(target), (float*)at(source), 0.3f, Count));
    }

    private delegate void Two(IKernels kernels, long[] shape, void* a, long[] x, void* b, long[] y, void* target);

    // Random shapes of which each side has some sizes, and repeats along the others.
    private static void Broadcast(Twin twin, int most, Func<long, Twin.Memory> draw, Two operation)
    {
        for (int round = 0; round < 6; round++)
        {
            int dimensions = twin.Rng.Between(1, 7);
            long[] shape = [.. Enumerable.Range(0, dimensions).Select(d => (long)twin.Rng.Between(1, d == 0 ? most * 4 : 4))];
            long[] a = [.. shape.Select(size => twin.Rng.NextInt(3) == 0 ? 1 : size)];
            long[] b = [.. shape.Select(size => twin.Rng.NextInt(3) == 0 ? 1 : size)];
            (Twin.Memory x, Twin.Memory y) = (draw(Shapes.Count(a)), draw(Shapes.Count(b)));
            Twin.Memory target = twin.New(8 * Shapes.Count(shape), isFloat: x.IsFloat);
            twin.Run(
                $"{Shapes.Text(a)} with {Shapes.Text(b)}",
                (k, at) =>
                    operation(
                        k,
                        shape,
                        (void*)at(x),
                        Shapes.StridesIn(a, shape),
                        (void*)at(y),
                        Shapes.StridesIn(b, shape),
                        (void*)at(target)
                    )
            );
            twin.Clear();
        }
    }

    private static SourceChange UnaryChange(UnaryOp op) =>
        op switch
        {
            UnaryOp.Negate => new(
                "pointwise.cl",
                "case 0: return AS_FLOAT(AS_INT(x) ^ (int)0x80000000);\n        case 1:",
                "case 0: return 0.0f - x;\n        case 1:"
            ),
            UnaryOp.Abs => new("pointwise.cl", "case 1: return absolute(x);", "case 1: return x < 0.0f ? -x : x;"),
            UnaryOp.Exp => new("functions.cl", "float r = FMA(n, -0.693359375f, t);", "float r = t;"),
            UnaryOp.Log => new("functions.cl", "y = FMA(z, -0.5f, y);", "y = (z * -0.5f) + y;"),
            UnaryOp.Log1p => new(
                "extended.cl",
                "extended argument = exact_sum(1.0, x);",
                "extended argument = pair_of(1.0 + x, 0.0);"
            ),
            UnaryOp.Sqrt => new("pointwise.cl", "case 5: return ROOT(x);", "case 5: return x * (1.0f / ROOT(x));"),
            UnaryOp.ReciprocalSqrt => new("pointwise.cl", "case 6: return 1.0f / ROOT(x);", "case 6: return ROOT(1.0f / x);"),
            UnaryOp.Reciprocal => new("pointwise.cl", "case 7: return 1.0f / x;", "case 7: return x / (x * x);"),
            UnaryOp.Square => new("pointwise.cl", "case 8: return x * x;", "case 8: return x * (x + 1.0f) - x;"),
            UnaryOp.Sin => new(
                "reduced.cl",
                "extended sum = plus(r, negative(times(times(square, r), sixth)));",
                "extended sum = plus_double(r, -z * r.hi * sixth.hi * 1.0001);"
            ),
            UnaryOp.Cos => new("reduced.cl", "c = (c * z) + 0.041666666666666664;", "c = (c * z) + 0.0416667;"),
            UnaryOp.Tanh => new("functions.cl", "float small = FMA(y * z, x, x);", "float small = y * (z * x) + x;"),
            UnaryOp.Sigmoid => new("functions.cl", "return above / (1.0f + e);", "return above * (1.0f / (1.0f + e));"),
            UnaryOp.Relu => new("pointwise.cl", "case 13: return x <= 0.0f ? 0.0f : x;", "case 13: return x > 0.0f ? x : 0.0f;"),
            UnaryOp.LeakyRelu => new(
                "pointwise.cl",
                "case 14: return x < 0.0f ? x * p : x;",
                "case 14: return x > 0.0f ? x : x * p;"
            ),
            UnaryOp.Clamp => new("pointwise.cl", "float raised = x < p ? p : x;", "float raised = x > p ? x : p;"),
            UnaryOp.Sign => new("pointwise.cl", "float sign = x > 0.0f ? 1.0f : x;", "float sign = x > 0.0f ? 1.0f : 0.0f;"),
            UnaryOp.Floor => new("pointwise.cl", "case 17: return FLOOR(x);", "case 17: return (float)(int)x;"),
            UnaryOp.Ceiling => new("pointwise.cl", "case 18: return CEILING(x);", "case 18: return FLOOR(x) + 1.0f;"),
            UnaryOp.Round => new(
                "pointwise.cl",
                "float near = (size + 8388608.0f) - 8388608.0f;",
                "float near = FLOOR(size + 0.5f);"
            ),
            UnaryOp.Affine => new("pointwise.cl", "default: return FMA(x, p, q);", "default: return x * p + q;"),
            _ => new("extended.cl", "extended scaled = times_double(log, y);", "extended scaled = pair_of(log.hi * y, 0.0);"),
        };

    private static SourceChange BinaryChange(BinaryOp op) =>
        op switch
        {
            BinaryOp.Add => new(
                "pointwise.cl",
                "case 0: return a + b;\n        case 1: return a - b;\n        case 2: return a * b;\n        case 3",
                "case 0: return a - b;\n        case 1: return a - b;\n        case 2: return a * b;\n        case 3"
            ),
            BinaryOp.Subtract => new(
                "pointwise.cl",
                "return a - b;\n        case 2: return a * b;\n        case 3",
                "return b - a;\n        case 2: return a * b;\n        case 3"
            ),
            BinaryOp.Multiply => new(
                "pointwise.cl",
                "return a * b;\n        case 3: return a / b;",
                "return a * b + 0.0f;\n        case 3: return a / b;"
            ),
            BinaryOp.Divide => new("pointwise.cl", "case 3: return a / b;", "case 3: return a * (1.0f / b);"),
            BinaryOp.Maximum => new("pointwise.cl", "case 4: return larger(a, b);", "case 4: return a > b ? a : b;"),
            BinaryOp.Minimum => new("pointwise.cl", "case 5: return smaller(a, b);", "case 5: return a < b ? a : b;"),
            BinaryOp.Power => new(
                "pointwise.cl",
                "target[i] = (float)power_double(a[PLACE(s)], b[PLACE(t)]);",
                "target[i] = (float)power_of_positive(a[PLACE(s)], b[PLACE(t)]);"
            ),
            BinaryOp.TanhBackward => new(
                "pointwise.cl",
                "case 7: return a * FMA(-b, b, 1.0f);",
                "case 7: return a * (1.0f - b * b);"
            ),
            BinaryOp.SigmoidBackward => new(
                "pointwise.cl",
                "case 8: return a * (b * (1.0f - b));",
                "case 8: return a * b * (1.0f - b);"
            ),
            _ => new("pointwise.cl", "default: return b <= 0.0f ? 0.0f : a;", "default: return b > 0.0f ? a : 0.0f;"),
        };
}
