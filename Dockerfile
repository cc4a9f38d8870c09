# The command in a container of its own: no network is needed once it is built.
#
#     docker build -t custody-records .
#     docker run --rm --network none --user "$(id -u):$(id -g)" -v "$PWD:/data" \
#         custody-records extract corpus/
FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip install --no-cache-dir "build>=1.2,<2" && python -m build --wheel --outdir /wheels

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN wheel=$(ls /wheels/*.whl) \
    && pip install --no-cache-dir "${wheel}[ingest,review,ru,xlsx,sqlite,parquet]" \
    && rm -rf /wheels \
    && useradd --create-home --uid 10001 reader
USER 10001
WORKDIR /data
CMD ["extract", "--help"]
