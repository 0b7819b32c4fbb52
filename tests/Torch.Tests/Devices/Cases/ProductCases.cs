using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Products around the tiles' sizes, each side turned or not, with and without a bias.</summary>
internal static unsafe class ProductCases
{
    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "Gemm",
            Products,
            new("product_tile.cl", "((depth + DEEP) & 255) == 0", "((depth + DEEP) & 127) == 0"),
            new("product_tile.cl", "acc[i][j] = FMA(av[i], bv[j], acc[i][j]);", "acc[i][j] = av[i] * bv[j] + acc[i][j];"),
            new(
                "products.cl",
                "for (int b = 0; b < blocks; b++) sum = sum + partial",
                "for (int b = blocks - 1; b >= 0; b--) sum = sum + partial"
            ),
            new(
                "products.cl",
                "#define START(r, q) (bias && (q) < n ? bias[q] : 0.0f)",
                "#define START(r, q) (bias && (q) < n ? bias[q] * 1.0000001f : 0.0f)"
            )
        ),
    ];

    private static void Products(Twin twin)
    {
        for (int round = 0; round < 16; round++)
        {
            (int m, int n) = (twin.Rng.Between(1, 70), twin.Rng.Between(1, 70));
            Product(twin, twin.Rng.Between(1, 3), m, n, twin.Rng.Between(1, round % 2 == 0 ? 40 : 300), round % 4);
        }

        Product(twin, 1, 9, 5, 1100, 1); // sums of 256 side by side
        Product(twin, 2, 130, 140, 30, 2); // the large tile
        Product(twin, 1, 257, 130, 270, 3);
        Product(twin, 1, 200, 190, 530, 0);
        Wild(twin);
    }

    private static void Product(Twin twin, int batch, int m, int n, int k, int turns)
    {
        bool repeats = batch > 1 && turns == 1;
        Twin.Memory a = twin.Tame((long)batch * m * k);
        Twin.Memory b = twin.Tame((repeats ? 1L : batch) * n * k);
        Twin.Memory? bias = turns % 2 == 0 ? twin.Tame(n) : null;
        Twin.Memory target = twin.New(4L * batch * m * n, isFloat: true);
        twin.Run(
            $"{batch} of [{m}, {k}]·[{k}, {n}], turned {turns}",
            (kernels, at) =>
                kernels.Gemm(
                    batch,
                    m,
                    n,
                    k,
                    (float*)at(a),
                    turns is 1 or 3,
                    (long)m * k,
                    (float*)at(b),
                    turns is 2 or 3,
                    repeats ? 0 : (long)n * k,
                    (float*)at(bias),
                    (float*)at(target),
                    (long)m * n
                )
        );
        twin.Clear();
    }

    // Infinities and NaN, and products that become zeros of either sign.
    private static void Wild(Twin twin)
    {
        (int m, int n, int k) = (40, 33, 21);
        foreach (bool small in new[] { false, true })
        {
            Twin.Memory Draw(long count) =>
                small ? twin.Floats(count, _ => (float)(twin.Rng.NextNormal() * 1e-23)) : twin.Wild(count);
            (Twin.Memory a, Twin.Memory b, Twin.Memory bias) = (Draw((long)m * k), Draw((long)n * k), twin.Wild(n));
            Twin.Memory target = twin.New(4L * m * n, isFloat: true);
            twin.Run(
                "wild",
                (kernels, at) =>
                    kernels.Gemm(
                        1,
                        m,
                        n,
                        k,
                        (float*)at(a),
                        false,
                        0,
                        (float*)at(b),
                        true,
                        0,
                        (float*)at(bias),
                        (float*)at(target),
                        0
                    )
            );
            twin.Clear();
        }
    }
}
